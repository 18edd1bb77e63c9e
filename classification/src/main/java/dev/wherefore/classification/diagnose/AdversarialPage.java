package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.diagnose.AttackRuns.Run;
import dev.wherefore.classification.diagnose.AttackTally.MapTally;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.evaluate.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what attacks did.
 *
 * @param methods whose maps were measured
 * @param pixels draws what the network got
 * @param tiles draws maps
 */
record AdversarialPage(List<String> methods, AttackPicture pixels, MapTiles tiles) {

    DiagnosisPage of(List<Run> runs) {
        DiagnosisPage page =
                DiagnosisPage.titled("What maps show when noise has fooled the network")
                        .say(
                                "Adversarial noise moves pixels by so little that people see the"
                                        + " same picture, and the network sees something else. Here"
                                        + " it is asked where the maps of what the picture still"
                                        + " shows point then (section 6.2 of the Grad-CAM paper).");
        if (runs.stream().allMatch(run -> run.tally().change().isEmpty())) {
            return page.say(
                    "No scene shows anything that the network knows and could be attacked.");
        }
        AttackTables tables = new AttackTables(methods);
        page =
                page.say(
                                "The attack `hide` lowers the network's certainty of every kind"
                                    + " that a scene shows; one called `show …` also raises that of"
                                    + " a class that the scene does not show. epsilon is how far a"
                                    + " pixel's channel may be moved, in levels of 255. `fooled` is"
                                    + " the share of kinds that the network saw before (probability"
                                    + " of 0.5 at least) and sees no more. In square brackets: 95 %"
                                    + " intervals, by drawing scenes anew.")
                        .with(tables.attacks(runs))
                        .say(
                                "The maps of the kinds that scenes show, before and after: how"
                                    + " often the hottest pixel lies on the object, which share of"
                                    + " the heat does, and how many maps are empty after, which"
                                    + " counts as a miss.")
                        .with(tables.maps(runs));
        for (Run strongest : strongest(runs)) {
            page = outcome(page, strongest);
        }
        return page;
    }

    /** The attack that fooled most, of each goal that had a scene; of equal ones the last. */
    private static List<Run> strongest(List<Run> runs) {
        Map<AttackGoal, Run> best = new LinkedHashMap<>();
        for (Run run : runs) {
            if (run.tally().change().isPresent()) {
                best.merge(run.goal(), run, (a, b) -> fooled(b) >= fooled(a) ? b : a);
            }
        }
        return List.copyOf(best.values());
    }

    private static double fooled(Run run) {
        return run.tally().fooled().map(Estimate::mean).orElse(0.0);
    }

    private DiagnosisPage outcome(DiagnosisPage page, Run run) {
        DiagnosisPage told =
                page.with(new PagePart.Heading(run.words())).say(said(run)).say(pointed(run));
        String name = run.goal().target().isPresent() ? "show" : "hide";
        told = numbers(told, name, run);
        if (run.examples().isEmpty()) {
            return told.say("There is no picture, since the network was right about no scene.");
        }
        return told.with(
                new PagePart.Picture(
                        name, new AttackSheet(methods.get(0), pixels, tiles).of(run), words(run)));
    }

    private static String words(Run run) {
        String target =
                run.goal().target().isPresent() ? ", and the map of " + run.goal().name() : "";
        return "The first scenes that the network was right about: the scene, the noise (grey where nothing was changed, %s times as strong), what the network got, the map of what is shown before and after%s."
                .formatted(run.times(), target);
    }

    private static String said(Run run) {
        AttackTally tally = run.tally();
        String target =
                run.goal().target().isEmpty()
                        ? ""
                        : " The mean probability of %s rises from %s to %s in scenes without one."
                                .formatted(
                                        run.goal().name(),
                                        EstimateText.mean(tally.target().before()),
                                        EstimateText.mean(tally.target().after()));
        return "Pixels are moved by %s levels in the mean, and %s of the kinds that the network saw are seen no more; the mean probability of what is shown falls from %s to %s.%s"
                .formatted(
                        EstimateText.mean(tally.change()),
                        EstimateText.percent(tally.fooled()),
                        EstimateText.mean(tally.confidence().before()),
                        EstimateText.mean(tally.confidence().after()),
                        target);
    }

    private String pointed(Run run) {
        List<String> sentences = new ArrayList<>();
        for (int m = 0; m < methods.size(); m++) {
            MapTally maps = run.tally().maps().get(m);
            sentences.add(
                    "By %s, %s of the maps of what is shown still have their hottest pixel on it, before %s; %s of the heat lies on it, before %s; %s are empty."
                            .formatted(
                                    methods.get(m),
                                    EstimateText.percent(maps.pointing().after()),
                                    EstimateText.percent(maps.pointing().before()),
                                    EstimateText.percent(maps.energy().after()),
                                    EstimateText.percent(maps.energy().before()),
                                    EstimateText.percent(maps.empty())));
        }
        return String.join(" ", sentences);
    }

    private DiagnosisPage numbers(DiagnosisPage page, String name, Run run) {
        AttackTally tally = run.tally();
        DiagnosisPage all = number(page, name + "-fooled", tally.fooled());
        all = number(all, name + "-confidence-before", tally.confidence().before());
        all = number(all, name + "-confidence-after", tally.confidence().after());
        if (run.goal().target().isPresent()) {
            all = number(all, name + "-target-after", tally.target().after());
        }
        for (int m = 0; m < methods.size(); m++) {
            String pointing = name + "-" + methods.get(m) + "-pointing-";
            all = number(all, pointing + "before", tally.maps().get(m).pointing().before());
            all = number(all, pointing + "after", tally.maps().get(m).pointing().after());
        }
        return all;
    }

    private static DiagnosisPage number(
            DiagnosisPage page, String name, Optional<Estimate> estimate) {
        return estimate.map(e -> page.number(name, e.mean())).orElse(page);
    }
}
