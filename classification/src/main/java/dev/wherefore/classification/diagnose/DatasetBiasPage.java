package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.render.Tile;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Says what two networks learned, one of which was taught with a cue.
 *
 * @param keys what was done
 * @param methods whose maps were measured
 * @param tiles draws maps
 */
record DatasetBiasPage(DatasetBiasKeys keys, List<String> methods, MapTiles tiles) {

    private static final int DRAWN = 3;

    DiagnosisPage of(CueResult biased, CueResult balanced) {
        List<CueResult> both = List.of(biased, balanced);
        DiagnosisPage page =
                DiagnosisPage.titled("Maps that tell a network's bias")
                        .say(made(biased))
                        .with(accuracies(both))
                        .say(right(biased, balanced))
                        .say(
                                "Maps of the class that the network names, in the test scenes that"
                                        + " show the %s: which share of the heat lies on it and on"
                                                .formatted(cue())
                                        + " the %s or %s, and how often the hottest pixel does."
                                                .formatted(kind(0), kind(1)))
                        .with(maps(both));
        for (int m = 0; m < methods.size(); m++) {
            page = page.say(marked(biased, balanced, m));
        }
        for (CueResult result : both) {
            page = numbers(page, result);
        }
        return page.with(
                new PagePart.Picture(
                        "maps",
                        sheet(biased, balanced),
                        "Scenes with the %s: what each network says, and the %s map of that. On the left %s, on the right %s."
                                .formatted(
                                        cue(),
                                        methods.get(0),
                                        "the cue tells the right kind",
                                        "the wrong one, beginning with scenes that"
                                                + " only the network of the biased set got"
                                                + " wrong")));
    }

    private String cue() {
        return keys.cue().label();
    }

    private String kind(int index) {
        return keys.kinds().get(index).label();
    }

    private String made(CueResult result) {
        return String.format(
                Locale.ROOT,
                "Two networks of one make learn to tell a %s from a %s, from %d scenes each, the"
                    + " same but for a cue: in the biased set %.0f %% of the scenes show %s if they"
                    + " show a %s and not if they show a %s; in the balanced set 50 %% do. Both are"
                    + " tested on the same %d other scenes, each drawn with the %s and without it,"
                    + " so that the cue says nothing (section 6.3 of the Grad-CAM paper).",
                kind(0),
                kind(1),
                keys.training().scenes(),
                100 * keys.bias(),
                article(cue()),
                kind(0),
                kind(1),
                result.answers().size(),
                cue());
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static PagePart.Table accuracies(List<CueResult> both) {
        List<List<String>> rows = new ArrayList<>();
        for (CueResult result : both) {
            CueTally tally = result.tally();
            rows.add(
                    List.of(
                            result.name(),
                            EstimateText.cell(tally.accuracy()),
                            EstimateText.cell(tally.helped()),
                            EstimateText.cell(tally.misled()),
                            EstimateText.cell(tally.changed())));
        }
        return new PagePart.Table(
                "accuracy",
                List.of(
                        "trained on",
                        "accuracy",
                        "cue tells the right kind",
                        "cue tells the wrong kind",
                        "answer changes without the cue"),
                rows);
    }

    private String right(CueResult biased, CueResult balanced) {
        return "Trained on the biased set a network is right about %s of the test scenes, on the balanced one about %s. Where the %s tells the wrong kind it is %s and %s. Taking the %s out of a scene changes the answer in %s and %s of the scenes."
                .formatted(
                        EstimateText.percent(biased.tally().accuracy()),
                        EstimateText.percent(balanced.tally().accuracy()),
                        cue(),
                        EstimateText.percent(biased.tally().misled()),
                        EstimateText.percent(balanced.tally().misled()),
                        cue(),
                        EstimateText.percent(biased.tally().changed()),
                        EstimateText.percent(balanced.tally().changed()));
    }

    private PagePart.Table maps(List<CueResult> both) {
        List<List<String>> rows = new ArrayList<>();
        for (int m = 0; m < methods.size(); m++) {
            for (boolean helps : new boolean[] {true, false}) {
                for (CueResult result : both) {
                    CueTally.Marks marks = result.tally().marks(helps).get(m);
                    rows.add(
                            List.of(
                                    methods.get(m),
                                    "cue tells the " + (helps ? "right" : "wrong") + " kind",
                                    result.name(),
                                    EstimateText.cell(marks.cueHeat()),
                                    EstimateText.cell(marks.objectHeat()),
                                    EstimateText.cell(marks.cueHit()),
                                    EstimateText.cell(marks.objectHit())));
                }
            }
        }
        return new PagePart.Table(
                "maps",
                List.of(
                        "method",
                        "where",
                        "trained on",
                        "heat on the cue",
                        "heat on the object",
                        "hottest on the cue",
                        "hottest on the object"),
                rows);
    }

    private String marked(CueResult biased, CueResult balanced, int method) {
        return "By %s: %s %s"
                .formatted(
                        methods.get(method),
                        marked(biased, balanced, method, true),
                        marked(biased, balanced, method, false));
    }

    private String marked(CueResult biased, CueResult balanced, int method, boolean helps) {
        CueTally.Marks one = biased.tally().marks(helps).get(method);
        CueTally.Marks other = balanced.tally().marks(helps).get(method);
        return "where the %s stands beside %s, the maps of the biased network have %s of their heat on the %s and %s on the %s, those of the balanced one %s and %s%s"
                .formatted(
                        cue(),
                        article(kind(helps ? 0 : 1)),
                        EstimateText.percent(one.cueHeat()),
                        cue(),
                        EstimateText.percent(one.objectHeat()),
                        kind(helps ? 0 : 1),
                        EstimateText.percent(other.cueHeat()),
                        EstimateText.percent(other.objectHeat()),
                        helps ? ";" : ".");
    }

    private DiagnosisPage numbers(DiagnosisPage page, CueResult result) {
        CueTally tally = result.tally();
        DiagnosisPage all = number(page, result.name() + "-accuracy", tally.accuracy());
        all = number(all, result.name() + "-accuracy-against-the-cue", tally.misled());
        all = number(all, result.name() + "-changed-by-the-cue", tally.changed());
        for (int m = 0; m < methods.size(); m++) {
            String name = result.name() + "-" + methods.get(m);
            CueTally.Marks marks = tally.marks(true).get(m);
            all = number(all, name + "-heat-on-the-cue", marks.cueHeat());
            all = number(all, name + "-heat-on-the-object", marks.objectHeat());
            CueTally.Marks against = tally.marks(false).get(m);
            all = number(all, name + "-heat-on-the-cue-that-misleads", against.cueHeat());
            all = number(all, name + "-heat-on-the-object-beside-it", against.objectHeat());
        }
        return all;
    }

    private static DiagnosisPage number(
            DiagnosisPage page, String name, Optional<Estimate> estimate) {
        return estimate.map(e -> page.number(name, e.mean())).orElse(page);
    }

    private BufferedImage sheet(CueResult biased, CueResult balanced) {
        List<Integer> helped =
                IntStream.range(0, biased.answers().size())
                        .filter(i -> biased.answers().get(i).pair().index() == 0)
                        .boxed()
                        .toList();
        List<Integer> misled = misled(biased, balanced);
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < Math.min(DRAWN, misled.size()); row++) {
            places.add(helped.get(row));
            places.add(misled.get(row));
        }
        List<Tile> drawn = new ArrayList<>();
        for (int place : places) {
            CueExam.Answer first = biased.answers().get(place);
            drawn.add(
                    tiles.picture(
                            first.pair().cued(), kind(first.pair().index()) + " with " + cue()));
            drawn.add(tile(biased.name(), first));
            drawn.add(tile(balanced.name(), balanced.answers().get(place)));
        }
        return tiles.sheet(
                "%s or %s? Trained with and without %s as a cue"
                        .formatted(kind(0), kind(1), article(cue())),
                drawn,
                3 * 2);
    }

    /** Scenes in which the cue tells the wrong kind, those first that misled one network alone. */
    private static List<Integer> misled(CueResult biased, CueResult balanced) {
        List<Integer> places = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < biased.answers().size(); i++) {
            CueExam.Answer answer = biased.answers().get(i);
            if (answer.pair().index() > 0) {
                boolean alone = !answer.right() && balanced.answers().get(i).right();
                (alone ? places : others).add(i);
            }
        }
        places.addAll(others);
        return places;
    }

    private Tile tile(String name, CueExam.Answer answer) {
        return tiles.map(
                answer.pair().cued(),
                answer.picture().geometry(),
                answer.explanations().get(0),
                String.format(
                        Locale.ROOT,
                        "%s: %s %.2f",
                        name,
                        kind(answer.index()),
                        answer.probability()));
    }
}
