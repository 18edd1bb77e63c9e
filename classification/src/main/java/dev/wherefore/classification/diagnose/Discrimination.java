package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.evaluate.Resamples;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.EnergyInside;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Metric;
import dev.wherefore.core.metric.RandomBaseline;
import dev.wherefore.core.metric.Sight;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Scene;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whether a map tells which of two things in a picture was asked about: the thing that holds more
 * of its energy for each of its pixels should be the one. A stand-in for the paper's study with
 * people, who had to name the class by the map alone.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 5.1</a>
 */
public final class Discrimination implements Diagnosis {

    private static final String BLIND = "random";
    private static final double HALF = 0.5;
    private static final int DRAWN = 3;

    /** So many noises for each question, since a few questions are soon told by chance. */
    private static final int NOISES = 64;

    private final ClassifierOpener opener;
    private final MapTiles tiles;

    @Inject
    Discrimination(ClassifierOpener opener, MapTiles tiles) {
        this.opener = opener;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "discrimination";
    }

    @Override
    public Class<? extends Record> keys() {
        return ModelKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        ModelKeys own = (ModelKeys) config.own();
        return opener.study(
                config,
                own.model(),
                setting,
                network -> new Told(network, config.shared().explain().methods()));
    }

    /** How often each method's maps told. */
    private final class Told implements SceneStudy {

        private final SceneNetwork network;
        private final List<String> methods;
        private final MetricTable table =
                new MetricTable("told", List.of("method"), List.of("told right", "own share"));
        private final List<ShownKind> first = new ArrayList<>();
        private final Metric energy = new EnergyInside();
        private int scenes;
        private int pairs;

        Told(SceneNetwork network, List<String> methods) {
            this.network = network;
            this.methods = methods;
        }

        @Override
        public void add(List<Scene> batch) {
            List<Scene> ofTwo =
                    batch.stream()
                            .filter(s -> s.present().size() == 2 && network.truths(s).size() == 2)
                            .toList();
            if (!ofTwo.isEmpty()) {
                Map<Scene, List<ShownKind>> shown =
                        network.shown(ofTwo, UnaryOperator.identity()).stream()
                                .collect(Collectors.groupingBy(ShownKind::scene));
                for (Scene scene : ofTwo) {
                    List<ShownKind> two = shown.getOrDefault(scene, List.of());
                    byte[] weights = Resamples.weights(scenes + batch.indexOf(scene));
                    add(two.get(0), two.get(1), weights);
                    add(two.get(1), two.get(0), weights);
                    if (first.size() < 2 * DRAWN) {
                        first.addAll(two);
                    }
                    pairs++;
                }
            }
            scenes += batch.size();
        }

        private void add(ShownKind asked, ShownKind other, byte[] weights) {
            for (int m = 0; m < methods.size(); m++) {
                add(methods.get(m), asked.heat(m), asked, other, weights);
            }
            SplittableRandom dice =
                    new SplittableRandom(
                            31L * asked.scene().seed() + asked.kind().label().hashCode());
            for (int i = 0; i < NOISES; i++) {
                Sight sight = asked.sight(asked.geometry(), grid(asked), dice.nextLong());
                Plane noise = new RandomBaseline().map(sight);
                add(BLIND, HeatOnPicture.of(noise), asked, other, weights);
            }
        }

        private void add(
                String source,
                HeatOnPicture heat,
                ShownKind asked,
                ShownKind other,
                byte[] weights) {
            double here = energy.of(heat, asked.truth()).orElse(0) / asked.truth().share();
            double there = energy.of(heat, other.truth()).orElse(0) / other.truth().share();
            // nothing on either is a coin's throw
            double share = here + there > 0 ? here / (here + there) : HALF;
            List<String> row = List.of(source);
            table.add(row, 0, here > there ? 1 : here < there ? 0 : HALF, weights);
            table.add(row, 1, share, weights);
        }

        /** Noise is as coarse as the coarsest of the maps. */
        private static Size grid(ShownKind asked) {
            return Explanation.coarsest(asked.explanations()).orElse(asked.geometry().input());
        }

        @Override
        public DiagnosisPage page() {
            DiagnosisPage page =
                    DiagnosisPage.titled("Can one tell which thing was asked about?")
                            .say(
                                    "In scenes with two things of different kinds, each is asked"
                                        + " about. A map tells it right if its energy is denser,"
                                        + " pixel for pixel, on the thing asked about than on the"
                                        + " other. The paper asked people, on photographs, to name"
                                        + " the class by the map alone: 61.2 % did so by Guided"
                                        + " Grad-CAM and 44.4 % by guided backpropagation. Energy"
                                        + " is no person, so these numbers cannot be compared with"
                                        + " those; only the methods with each other, and with noise"
                                        + " (random), which tells half.")
                            .number("scenes-with-two-things", pairs);
            if (pairs == 0) {
                return page.say("None of the scenes shows just two things of different kinds.");
            }
            for (List<String> row : table.rows()) {
                page = page.number(row.get(0) + "/told-right", table.mean(row, 0));
            }
            return page.say(sentence())
                    .with(
                            table.table(),
                            new PagePart.Picture(
                                    "maps",
                                    tiles.sheet(
                                            "Which was asked about?", drawn(), 1 + methods.size()),
                                    "The first scenes, by each method a map for either thing."));
        }

        private String sentence() {
            return "Of %d questions in %d such scenes: %s."
                    .formatted(
                            2 * pairs,
                            pairs,
                            table.rows().stream()
                                    .map(
                                            row ->
                                                    said(
                                                            row.get(0),
                                                            table.estimate(row, 0).orElseThrow()))
                                    .collect(Collectors.joining(", ")));
        }

        private String said(String source, Estimate told) {
            return String.format(Locale.ROOT, "%s %.1f %%", source, 100 * told.mean());
        }

        private List<Tile> drawn() {
            List<Tile> all = new ArrayList<>();
            for (ShownKind shown : first) {
                all.add(tiles.picture(shown.scene(), shown.kind().label() + "?"));
                for (int m = 0; m < methods.size(); m++) {
                    all.add(
                            tiles.map(
                                    shown.scene(),
                                    shown.geometry(),
                                    shown.explanations().get(m),
                                    methods.get(m)));
                }
            }
            return all;
        }
    }
}
