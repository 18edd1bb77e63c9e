package dev.wherefore.captioning;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captions and their words are explained as the config wishes, in batches or alone. */
class CaptionExplainerTest extends SmallCaptions {

    @Test
    void theOrderAndTheCompanyOfPicturesDoNotMatter() throws IOException {
        List<Picture> pictures =
                List.of(
                        CaptionTrial.picture(32, 32, 1),
                        CaptionTrial.picture(64, 64, 3),
                        CaptionTrial.picture(50, 70, 9));
        String methods = "explain.methods=[grad-cam, layer-cam, guided-backpropagation]";
        try (PictureExplainer explainer = trial.open(methods)) {
            List<ExplainedPicture> together = explainer.explain(pictures);
            List<ExplainedPicture> backwards =
                    explainer.explain(List.of(pictures.get(2), pictures.get(1), pictures.get(0)));
            assertThat(together.stream().map(p -> p.findings().size()).distinct().toList())
                    .as("captions of several lengths, three methods a word")
                    .hasSizeGreaterThan(1);
            for (int i = 0; i < 3; i++) {
                ExplainedPicture alone = explainer.explain(List.of(pictures.get(i))).get(0);
                assertSame(together.get(i), alone);
                assertSame(backwards.get(2 - i), alone);
            }
        }
    }

    private static void assertSame(ExplainedPicture a, ExplainedPicture b) {
        assertThat(a.predictions()).map(Prediction::label).isEqualTo(labels(b));
        assertClose(logits(a.predictions()), logits(b.predictions()), 1e-5, "captions");
        assertThat(a.findings()).map(Finding::title).isEqualTo(titles(b.findings()));
        for (int i = 0; i < a.findings().size(); i++) {
            Explanation one = a.findings().get(i).explanation();
            Explanation other = b.findings().get(i).explanation();
            assertThat(one.method()).isEqualTo(other.method());
            assertClose(
                    new float[] {one.score()},
                    new float[] {other.score()},
                    1e-5,
                    "log-probability");
            assertMapsClose(one, other, largest(a, one.method()));
            assertThat(one.pixels().isPresent()).isEqualTo(other.pixels().isPresent());
        }
        assertThat(words(a)).isEqualTo(words(b));
    }

    /** A map is a sum in which much cancels, so what counts is how large maps can be. */
    private static void assertMapsClose(Explanation one, Explanation other, double largest) {
        float[] found = one.raw().get(0).toArray();
        float[] expected = other.raw().get(0).toArray();
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i])
                    .as(one.target())
                    .isCloseTo(expected[i], within(1e-4 * largest));
        }
    }

    private static double largest(ExplainedPicture picture, String method) {
        return picture.findings().stream()
                .map(Finding::explanation)
                .filter(e -> e.method().equals(method))
                .mapToDouble(e -> Math.max(Math.abs(e.rawMin()), Math.abs(e.rawMax())))
                .max()
                .orElseThrow();
    }

    private static List<String> labels(ExplainedPicture picture) {
        return picture.predictions().stream().map(Prediction::label).toList();
    }

    private static float[] logits(List<Prediction> predictions) {
        float[] logits = new float[predictions.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = predictions.get(i).logit();
        }
        return logits;
    }

    private static List<String> words(ExplainedPicture picture) {
        return told(picture).words().stream().map(w -> w.word() + " " + w.origin()).toList();
    }

    @Test
    void madeCaptionsAndTheirWordsHaveTheNetworksOwnProbabilities() throws IOException {
        ExplainedPicture found = explain(picture, "grounding.measure=false");
        CaptionFindings.Told told = told(found);
        assertThat(told.ended()).isTrue();
        double[] each = logProbabilities(picture, told.tokens());
        double all = total(each, 0, each.length);
        assertThat(found.predictions()).hasSize(1);
        assertThat((double) found.predictions().get(0).logit()).isCloseTo(all, within(1e-4));
        assertThat((double) found.predictions().get(0).probability())
                .isCloseTo(Math.exp(all), within(1e-5));
        assertThat((double) told.logProbability()).isCloseTo(all, within(1e-4));
        // the words "car" and "and" have a token each, "houses" has two
        assertThat(labels(found)).containsExactly("car and houses");
        int[] begins = {0, 1, 2, 4};
        assertThat(found.findings()).hasSize(3);
        for (int w = 0; w < 3; w++) {
            Finding word = found.findings().get(w);
            double own = total(each, begins[w], begins[w + 1]);
            assertScore(word, own);
            assertThat((double) word.prediction().orElseThrow().probability())
                    .isCloseTo(Math.exp(own), within(1e-5));
        }
    }

    @Test
    void captionsStopAtTheLongestThatIsAllowed() throws IOException {
        Picture talkative = CaptionTrial.picture(64, 64, 3);
        for (int longest : new int[] {1, 5}) {
            CaptionFindings.Told told = told(explain(talkative, "model.longest=" + longest));
            assertThat(told.tokens()).hasSize(longest);
            assertThat(told.ended()).isFalse();
        }
    }

    @Test
    void severalCaptionsAreToldAndTheFirstExplained() throws IOException {
        ExplainedPicture beam =
                explain(picture, "caption={search: beam, width: 5, best: 3}", OWN_MEASURE);
        assertThat(beam.predictions()).hasSize(3);
        assertThat(logits(beam.predictions())).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(String.join(" ", titles(beam.findings()))).isEqualTo(labels(beam).get(0));
        ExplainedPicture again = explain(picture, "caption={search: sample, seed: 5}");
        assertThat(labels(explain(picture, "caption={search: sample, seed: 5}")))
                .isEqualTo(labels(again));
    }

    @Test
    void whatACaptionDoesNotSayIsLeftOutAndToldOfThatPictureAlone() throws IOException {
        List<Picture> pictures = List.of(CaptionTrial.picture(64, 64, 3), picture);
        try (PictureExplainer explainer = trial.open("targets=[{word: car}, {at: 1}]")) {
            List<ExplainedPicture> found = explainer.explain(pictures);
            assertThat(labels(found.get(0)).get(0)).doesNotContain("car");
            assertThat(labels(found.get(1)).get(0)).contains("car");
            assertThat(found.get(0).findings()).hasSize(1);
            assertThat(told(found.get(0)).notSaid())
                    .containsExactly(
                            "the caption '" + labels(found.get(0)).get(0) + "' does not say 'car'");
            assertThat(found.get(1).findings()).hasSize(2);
            assertThat(told(found.get(1)).notSaid()).isEmpty();
        }
        ExplainedPicture nothing = explain(pictures.get(0), "targets={word: car}");
        assertThat(nothing.findings()).isEmpty();
        assertThat(told(nothing).words()).isNotEmpty();
    }

    @Test
    void theLayerThatIsTakenIsSaid() throws IOException {
        try (PictureExplainer explainer = trial.open()) {
            assertThat(new ArrayList<>(explainer.facts()))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("layer encoder-output: ")
                    .contains("(1, 12, 8, 8)");
        }
    }
}
