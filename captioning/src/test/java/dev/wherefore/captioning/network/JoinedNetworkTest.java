package dev.wherefore.captioning.network;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.CaptionModel;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.captioning.support.TeacherForcing;
import dev.wherefore.captioning.support.Words;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.image.Picture;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A captioner of one part says and shows what the same one does in two. */
class JoinedNetworkTest {

    private static final String CAPTION = "caption={text: a red bird near the trees}";

    @TempDir Path folder;
    private CaptionTrial trial = new CaptionTrial(Path.of(""));
    private final List<Picture> pictures =
            List.of(CaptionTrial.picture(40, 30, 2), CaptionTrial.picture(64, 64, 3));

    @BeforeEach
    void writeTokenizer() throws IOException {
        Words.wordPiece(folder.resolve("tokenizer.json"), SmallCaptioner.TOKENS);
        trial = new CaptionTrial(folder);
    }

    private static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    JoinedNetworkTest.class.getResource("../joined/" + name), name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String parts() {
        return "model={encoder: %s, decoder: %s, tokenizer: %s, longest: 8}"
                .formatted(
                        file("encoder.pt"), file("decoder.pt"), folder.resolve("tokenizer.json"));
    }

    private String joined(String more) {
        return "model={joined: %s, tokenizer: %s, longest: 8%s}"
                .formatted(file("joined.pt"), folder.resolve("tokenizer.json"), more);
    }

    private List<ExplainedPicture> explain(String model, String... settings) throws IOException {
        String[] all = Stream.concat(Stream.of(model), Stream.of(settings)).toArray(String[]::new);
        try (PictureExplainer explainer = trial.open(all)) {
            return explainer.explain(pictures);
        }
    }

    private static void assertSame(
            List<ExplainedPicture> found, List<ExplainedPicture> expected, double tolerance) {
        for (int i = 0; i < expected.size(); i++) {
            ExplainedPicture one = found.get(i);
            ExplainedPicture other = expected.get(i);
            assertThat(one.predictions())
                    .map(Prediction::label)
                    .isEqualTo(other.predictions().stream().map(Prediction::label).toList());
            assertThat(one.findings())
                    .map(Finding::title)
                    .isEqualTo(other.findings().stream().map(Finding::title).toList())
                    .isNotEmpty();
            for (int f = 0; f < one.findings().size(); f++) {
                assertSame(one.findings().get(f), other.findings().get(f), tolerance);
            }
        }
    }

    private static void assertSame(Finding one, Finding other, double tolerance) {
        assertClose(
                new float[] {one.explanation().score()},
                new float[] {other.explanation().score()},
                tolerance,
                "score of " + one.title());
        assertClose(
                one.explanation().raw().get(0).toArray(),
                other.explanation().raw().get(0).toArray(),
                tolerance,
                "map of " + one.title());
        assertThat(one.explanation().pixels().isPresent())
                .isEqualTo(other.explanation().pixels().isPresent());
        other.explanation()
                .pixels()
                .ifPresent(
                        pixels ->
                                assertClose(
                                        one.explanation().pixels().orElseThrow().toArray(),
                                        pixels.toArray(),
                                        tolerance,
                                        "pixels of " + one.title()));
    }

    @Test
    void logitsAreThoseOfTheTwoParts() throws IOException {
        float[] picture = new float[3 * 32 * 32];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) Math.sin(0.1 * i);
        }
        Shape shape = new Shape(1, 3, 32, 32);
        try (CaptionModel one = trial.model(joined(""));
                CaptionModel two = trial.model(parts())) {
            float[][] found = TeacherForcing.logits(one.network(), picture, shape, 2, 4, 5, 6);
            float[][] expected = TeacherForcing.logits(two.network(), picture, shape, 2, 4, 5, 6);
            for (int t = 0; t < 4; t++) {
                assertClose(found[t], expected[t], 1e-6, "logits after token " + t);
            }
        }
    }

    @Test
    void captionsAndMapsOfAllWordsAreThoseOfTheTwoParts() throws IOException {
        String methods = "explain.methods=[grad-cam, layer-cam, grad-cam++]";
        assertSame(
                explain(joined(""), "explain.layers=encoder.cnn.layer3", methods),
                explain(parts(), "explain.layers=cnn.layer3", methods),
                1e-4);
        assertSame(
                explain(joined(""), CAPTION, "explain.layers=encoder.cnn.layer2.0"),
                explain(parts(), CAPTION, "explain.layers=cnn.layer2.0"),
                1e-4);
        String beam = "caption={search: beam, width: 3, best: 3}";
        assertSame(
                explain(joined(""), beam, "explain.layers=encoder"),
                explain(parts(), beam, "explain.layers=encoder-output"),
                1e-4);
    }

    @Test
    void theImagePartAloneIsGuided() throws IOException {
        String[] guided = {
            CAPTION, "explain.methods=[guided-backpropagation, deconvnet, gradient]"
        };
        List<ExplainedPicture> expected = explain(parts(), guided);
        assertSame(explain(joined(", image-part: encoder"), guided), expected, 1e-4);
        float[] whole =
                explain(joined(""), guided)
                        .get(0)
                        .findings()
                        .get(0)
                        .explanation()
                        .pixels()
                        .orElseThrow()
                        .toArray();
        assertThat(whole)
                .as("the decoder's ReLU is guided too where no part is named")
                .isNotEqualTo(
                        expected.get(0)
                                .findings()
                                .get(0)
                                .explanation()
                                .pixels()
                                .orElseThrow()
                                .toArray());
    }

    @Test
    void theUsualLayerIsInsideTheImagePart() throws IOException {
        try (PictureExplainer explainer = trial.open(joined(", image-part: encoder"))) {
            assertThat(explainer.facts().get(0)).startsWith("layer encoder.");
        }
    }

    @Test
    void aWordOfOneTokenCanBeComparedAndSeveralAreRefused() throws IOException {
        String layer = "explain.layers=";
        String bus = "targets={word: bird, instead-of: bus}";
        assertSame(
                explain(joined(""), CAPTION, bus, layer + "encoder.cnn.layer3"),
                explain(parts(), CAPTION, bus, layer + "cnn.layer3"),
                1e-4);
        assertThatThrownBy(
                        () ->
                                explain(
                                        joined(""),
                                        CAPTION,
                                        "targets={word: bird, instead-of: trees}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("can compare words of one token alone")
                .message()
                .hasLineCount(1);
    }

    @Test
    void whatIsNoCaptionerOfOnePartIsRefusedAtItsKey() {
        assertRefused(
                "model.image-part", "'encodre'; did you mean 'encoder'", ", image-part: encodre");
        String encoder =
                "model={joined: %s, tokenizer: %s}"
                        .formatted(file("encoder.pt"), folder.resolve("tokenizer.json"));
        assertThatThrownBy(() -> trial.open(encoder).close())
                .isInstanceOf(UserError.class)
                .hasMessageContaining(": model: ")
                .message()
                .hasLineCount(1);
    }

    private void assertRefused(String key, String words, String more) {
        assertThatThrownBy(() -> trial.open(joined(more)).close())
                .isInstanceOf(UserError.class)
                .hasMessageContaining(": " + key + ": ")
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }
}
