package dev.wherefore.captioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.captioning.support.TeacherForcing;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.text.UnknownWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small captioner in a folder, and what it finds of captions. */
abstract class SmallCaptions {

    static final Shape INPUT = new Shape(1, 3, 32, 32);
    static final String OWN = "caption={text: a red car near the trees and a car}";
    static final List<Integer> OWN_IDS = List.of(4, 5, 8, 10, 11, 9, 15, 13, 4, 8);

    @TempDir Path folder;
    CaptionTrial trial = new CaptionTrial(Path.of(""));
    final Picture picture = CaptionTrial.picture(40, 30, 2);

    @BeforeEach
    void writeCaptioner() throws IOException {
        SmallCaptioner.write(folder);
        trial = new CaptionTrial(folder);
    }

    ExplainedPicture explain(Picture one, String... settings) throws IOException {
        try (PictureExplainer explainer = trial.open(settings)) {
            return explainer.explain(List.of(one)).get(0);
        }
    }

    /** What is found of the targets of a caption of my own; longest is enough for it. */
    List<Finding> findings(String caption, String targets) throws IOException {
        return explain(
                        picture,
                        "caption={text: " + caption + "}",
                        "targets=" + targets,
                        "model.longest=12",
                        "grounding.measure=false")
                .findings();
    }

    List<Finding> findings(String targets) throws IOException {
        return findings(OWN.substring(OWN.indexOf(':') + 2, OWN.length() - 1), targets);
    }

    float[] prepared(Picture one) throws IOException {
        return trial.config().shared().preprocess().preprocessing().apply(one).channelsFirst();
    }

    /** The log-probability of each of the ids, and of the end after them. */
    double[] logProbabilities(Picture one, List<Integer> ids) throws IOException {
        try (CaptionModel model = trial.model()) {
            int[] beginning =
                    IntStream.concat(IntStream.of(2), ids.stream().mapToInt(i -> i)).toArray();
            float[][] rows =
                    TeacherForcing.logProbabilities(
                            model.network(), prepared(one), INPUT, beginning);
            double[] found = new double[ids.size() + 1];
            for (int t = 0; t < found.length; t++) {
                found[t] = rows[t][t < ids.size() ? ids.get(t) : 3];
            }
            return found;
        }
    }

    static float[] raw(Finding finding) {
        return finding.explanation().raw().get(0).toArray();
    }

    static float[] sum(float[] a, float[] b, float weight) {
        float[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * b[i];
        }
        return sum;
    }

    static double total(double[] values, int from, int to) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += values[i];
        }
        return total;
    }

    static void assertScore(Finding finding, double expected) {
        assertThat((double) finding.explanation().score()).isCloseTo(expected, within(1e-4));
    }

    List<Integer> ids(String text) throws IOException {
        try (CaptionModel model = trial.model()) {
            return model.tokenizer().encode(text, UnknownWords.REFUSE).tokens().stream()
                    .map(token -> token.id())
                    .toList();
        }
    }

    static final String OWN_MEASURE = "grounding.measure=false";

    static List<String> titles(List<Finding> findings) {
        return findings.stream().map(Finding::title).toList();
    }

    static CaptionFindings.Told told(ExplainedPicture picture) {
        return (CaptionFindings.Told) Objects.requireNonNull(picture.details().get("caption"));
    }
}
