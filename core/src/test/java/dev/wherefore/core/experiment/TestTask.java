package dev.wherefore.core.experiment;

import ai.djl.Device;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task without a network: what it explains is how blue each place is. Two targets, the second of
 * which is "against" the first; it counts the pictures it was asked about.
 */
final class TestTask implements Task {

    record Keys(
            @ConfigDoc(value = "The verdict of all explanations.", preset = "evidence")
                    Verdict verdict,
            @ConfigDoc(value = "Whether a drawing of its own is made.", preset = "false")
                    boolean drawing) {}

    final List<Integer> batches = new ArrayList<>();
    int opened;
    int closed;

    @Override
    public String name() {
        return "blueness";
    }

    @Override
    public Class<? extends Record> keys() {
        return Keys.class;
    }

    @Override
    public LoadedTask load(TaskConfig<RunConfig> config, Device device) {
        opened++;
        return new Eye();
    }

    private final class Eye implements LoadedTask {

        @Override
        public PictureExplainer explainer(TaskConfig<RunConfig> config, Picture trial) {
            return new Blueness(config.shared().preprocess().preprocessing(), (Keys) config.own());
        }

        @Override
        public List<String> names() {
            return List.of("red", "green", "blue");
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private final class Blueness implements PictureExplainer {

        private final Preprocessing preprocessing;
        private final Verdict verdict;
        private final boolean drawing;

        Blueness(Preprocessing preprocessing, Keys keys) {
            this.preprocessing = preprocessing;
            this.verdict = keys.verdict();
            this.drawing = keys.drawing();
        }

        @Override
        public List<ExplainedPicture> explain(List<Picture> pictures) {
            batches.add(pictures.size());
            return pictures.stream().map(this::explain).toList();
        }

        private ExplainedPicture explain(Picture picture) {
            PreparedPicture prepared = preprocessing.apply(picture);
            Plane blue = prepared.channel(2);
            float score = verdict == Verdict.NOT_A_NUMBER ? Float.NaN : blue.max();
            Prediction prediction = new Prediction("blue: sky & sea", 2, score, 0.75f);
            Prediction second = new Prediction("red", 0, 0.1f, 0.25f);
            return new ExplainedPicture(
                    picture,
                    prepared.geometry(),
                    List.of(prediction, second),
                    List.of(
                            finding("blue: sky & sea", blue, score, Optional.of(prediction)),
                            finding(
                                    "against blue: sky & sea",
                                    blue.map(v -> 1 - v),
                                    -score,
                                    Optional.empty())),
                    drawing ? Map.of("mood", Map.of("blue", 0.5)) : Map.of(),
                    drawing ? List.of(new Negative()) : List.of(),
                    List.of());
        }

        private Finding finding(
                String title, Plane map, float score, Optional<Prediction> prediction) {
            Plane raw = map.map(v -> score * (2 * v - 1));
            Explanation explanation =
                    new Explanation(
                            "logit of " + title,
                            "blueness",
                            List.of("eye"),
                            score,
                            List.of(raw),
                            map,
                            Optional.empty(),
                            verdict,
                            0.5);
            return new Finding(title, explanation, prediction);
        }

        @Override
        public List<String> facts() {
            return List.of("layer eye");
        }

        @Override
        public void close() {
            // nothing of its own
        }
    }

    /** The picture in other colours. */
    private record Negative() implements Illustration {

        @Override
        public String name() {
            return "the-negative";
        }

        @Override
        public BufferedImage draw(FindingPainter painter, BufferedImage picture) {
            BufferedImage negative =
                    new BufferedImage(
                            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    negative.setRGB(x, y, ~picture.getRGB(x, y));
                }
            }
            return negative;
        }
    }
}
