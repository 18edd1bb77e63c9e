package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.diagnose.AttackRuns.Run;
import dev.wherefore.classification.diagnose.AttackTally.MapTally;
import dev.wherefore.core.diagnose.PagePart;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of attacks.
 *
 * @param methods whose maps were measured
 */
record AttackTables(List<String> methods) {

    /** What the network says. */
    PagePart.Table attacks(List<Run> runs) {
        return new PagePart.Table("attacks", attackHeads(), attackRows(runs));
    }

    /** What the maps show. */
    PagePart.Table maps(List<Run> runs) {
        return new PagePart.Table("maps", mapHeads(), mapRows(runs));
    }

    private static List<String> attackHeads() {
        return List.of(
                "goal",
                "attack",
                "epsilon",
                "kinds",
                "mean change",
                "fooled",
                "shown: probability before",
                "after",
                "target: probability before",
                "after");
    }

    private static List<List<String>> attackRows(List<Run> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            AttackTally tally = run.tally();
            List<String> row = start(run);
            row.add(EstimateText.count(tally.confidence().before()));
            row.add(EstimateText.mean(tally.change()));
            row.add(EstimateText.cell(tally.fooled()));
            row.add(EstimateText.mean(tally.confidence().before()));
            row.add(EstimateText.cell(tally.confidence().after()));
            row.add(
                    run.goal()
                            .target()
                            .map(i -> EstimateText.mean(tally.target().before()))
                            .orElse(""));
            row.add(EstimateText.cell(tally.target().after()));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> mapHeads() {
        return List.of(
                "goal",
                "attack",
                "epsilon",
                "method",
                "pointing game before",
                "after",
                "energy inside before",
                "after",
                "empty after");
    }

    private List<List<String>> mapRows(List<Run> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            for (int m = 0; m < methods.size(); m++) {
                MapTally maps = run.tally().maps().get(m);
                List<String> row = start(run);
                row.add(methods.get(m));
                row.add(EstimateText.cell(maps.pointing().before()));
                row.add(EstimateText.cell(maps.pointing().after()));
                row.add(EstimateText.cell(maps.energy().before()));
                row.add(EstimateText.cell(maps.energy().after()));
                row.add(EstimateText.mean(maps.empty()));
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> start(Run run) {
        return new ArrayList<>(List.of(run.goal().words(), run.method(), run.levels()));
    }
}
