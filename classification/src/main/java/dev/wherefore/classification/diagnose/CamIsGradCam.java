package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnosis;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.DiagnosisSetting;
import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.ClassActivation;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows on numbers that Grad-CAM is CAM where a network ends in average pooling and one linear
 * layer: the raw maps differ by the number of places, the heatmaps not at all, and the mean of
 * CAM's map is the logit less the class's bias.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 3.1 and
 *     appendix A</a>
 */
public final class CamIsGradCam implements Diagnosis {

    private static final List<Method> METHODS = List.of(new ClassActivation(), new GradCam());
    private static final int DRAWN = 3;

    private final ClassifierOpener opener;
    private final MapTiles tiles;

    @Inject
    CamIsGradCam(ClassifierOpener opener, MapTiles tiles) {
        this.opener = opener;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "cam-is-grad-cam";
    }

    @Override
    public Class<? extends Record> keys() {
        return ModelKeys.class;
    }

    @Override
    public DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting) {
        OwnMethods.require(config);
        ModelKeys own = (ModelKeys) config.own();
        return opener.study(config, own.model(), setting, network -> new Comparison(network));
    }

    /** All that is found out, map by map. */
    private final class Comparison implements SceneStudy {

        private final SceneNetwork network;
        private final List<ShownKind> first = new ArrayList<>();
        private final Map<Kind, Biases> biases = new EnumMap<>(Kind.class);
        private double largestRaw;
        private double largestHeat;
        private int places;
        private int maps;

        Comparison(SceneNetwork network) {
            this.network = network;
        }

        @Override
        public void add(List<Scene> scenes) {
            network.shown(scenes, request -> request.withMethods(METHODS)).forEach(this::add);
        }

        private void add(ShownKind shown) {
            Explanation cam = shown.explanations().get(0);
            Explanation gradCam = shown.explanations().get(1);
            Plane raw = cam.raw().get(0);
            places = raw.height() * raw.width();
            double scale = Math.max(Math.abs(raw.min()), Math.abs(raw.max()));
            Plane enlarged = gradCam.raw().get(0).map(v -> v * places);
            largestRaw = Math.max(largestRaw, largestDifference(raw, enlarged) / scale);
            largestHeat = Math.max(largestHeat, largestDifference(cam.heat(), gradCam.heat()));
            biases.computeIfAbsent(shown.kind(), kind -> new Biases()).add(cam.score() - mean(raw));
            maps++;
            if (first.size() < DRAWN) {
                first.add(shown);
            }
        }

        @Override
        public DiagnosisPage page() {
            double spread = biases.values().stream().mapToDouble(Biases::spread).max().orElse(0);
            DiagnosisPage page =
                    DiagnosisPage.titled("CAM is Grad-CAM where average pooling ends a network")
                            .number("maps", maps)
                            .number("places", places)
                            .number("largest-heatmap-difference", largestHeat)
                            .number("largest-raw-difference", largestRaw)
                            .number("largest-bias-spread", spread)
                            .say(
                                    "CAM weighs a layer's channels by the weights of the one linear"
                                        + " layer that follows the pooling; Grad-CAM by the mean"
                                        + " gradient. Behind average pooling over Z places the"
                                        + " gradient is the weight over Z, the same everywhere, so"
                                        + " the raw maps differ by the factor Z, and the heatmaps,"
                                        + " each scaled by its own maximum, do not differ at all.");
            if (maps == 0) {
                return page.say("The scenes show nothing that the network knows.");
            }
            return page.say(
                            String.format(
                                    Locale.ROOT,
                                    "In %d maps, Z being %d: the heatmaps, from 0 to 1, differ by"
                                        + " at most %.1e; CAM's raw map and Z times Grad-CAM's by"
                                        + " at most %.1e of the map's largest magnitude.",
                                    maps,
                                    places,
                                    largestHeat,
                                    largestRaw))
                    .say(
                            String.format(
                                    Locale.ROOT,
                                    "The weights are not read from a file: the network may be any"
                                        + " program, so they are taken to be Z times the gradient,"
                                        + " and the comparison above would hold for wrong ones too."
                                        + " This would not: with the true weights, the mean of"
                                        + " CAM's map is the logit less the class's bias, so what"
                                        + " is left over must be one number for each class,"
                                        + " whatever the picture. It varies by at most %.1e.",
                                    spread))
                    .with(
                            new PagePart.Table(
                                    "bias",
                                    List.of(
                                            "class",
                                            "maps",
                                            "logit less the map's mean: smallest",
                                            "largest"),
                                    biasRows()),
                            new PagePart.Picture(
                                    "maps",
                                    sheet(),
                                    "The first scenes, CAM's map and Grad-CAM's beside them, which"
                                            + " look the same."));
        }

        private List<List<String>> biasRows() {
            List<List<String>> rows = new ArrayList<>();
            biases.forEach(
                    (kind, found) ->
                            rows.add(
                                    List.of(
                                            kind.label(),
                                            Integer.toString(found.count),
                                            Csv.number(found.least),
                                            Csv.number(found.most))));
            return rows;
        }

        private BufferedImage sheet() {
            List<Tile> all = new ArrayList<>();
            for (ShownKind shown : first) {
                all.add(tiles.picture(shown.scene(), shown.kind().label()));
                for (Explanation explanation : shown.explanations()) {
                    all.add(
                            tiles.map(
                                    shown.scene(),
                                    shown.geometry(),
                                    explanation,
                                    String.format(
                                            Locale.ROOT,
                                            "%s, logit %.2f",
                                            explanation.method(),
                                            explanation.score())));
                }
            }
            return tiles.sheet("CAM and Grad-CAM", all, METHODS.size() + 1);
        }
    }

    /** What is left of a class's logits without their maps' means. */
    private static final class Biases {

        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private int count;

        void add(double bias) {
            least = Math.min(least, bias);
            most = Math.max(most, bias);
            count++;
        }

        double spread() {
            return most - least;
        }
    }

    private static double mean(Plane plane) {
        double sum = 0;
        for (float value : plane.toArray()) {
            sum += value;
        }
        return sum / (plane.height() * plane.width());
    }

    private static double largestDifference(Plane a, Plane b) {
        float[] left = a.toArray();
        float[] right = b.toArray();
        double largest = 0;
        for (int i = 0; i < left.length; i++) {
            largest = Math.max(largest, Math.abs(left[i] - right[i]));
        }
        return largest;
    }
}
