package dev.wherefore.vqa.head;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import dev.wherefore.vqa.support.SmallAnswerer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The head that is written here does what its description says. */
class FilmHeadTest {

    private static final HeadConfig CONFIG = new HeadConfig(9, 5, 3, 4, 6, 7, 2, 3);
    private static final int HEIGHT = 2;
    private static final int WIDTH = 4;
    private static final int PLACES = HEIGHT * WIDTH;

    @TempDir Path folder;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private final StateDict weights = SmallAnswerer.head(CONFIG);
    private final FilmHead head = new FilmHead(CONFIG);

    @AfterEach
    void close() {
        manager.close();
    }

    private ParameterStore store() {
        head.parameters().load(manager, weights);
        return head.parameters().detached(manager);
    }

    /** Features (R, 3, 2, 4) by a formula. */
    private static float[] features(int rows) {
        float[] values = new float[rows * 3 * PLACES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.abs(2 * Math.sin(0.7 * i + 1));
        }
        return values;
    }

    private float[] logits(ParameterStore store, float[] features, long[]... questions) {
        int rows = features.length / (3 * PLACES);
        long[] ids = Arrays.stream(questions).flatMapToLong(Arrays::stream).toArray();
        Shape shape = new Shape(questions.length, questions[0].length);
        try (NDManager scope = manager.newSubManager()) {
            NDArray given = scope.create(features, new Shape(rows, 3, HEIGHT, WIDTH));
            NDArray found = head.logits(store, given, scope.create(ids, shape), HeadTap.NONE);
            assertThat(found.getShape()).isEqualTo(new Shape(questions.length, 5));
            assertThat(head.getOutputShapes(new Shape[] {given.getShape(), shape})[0])
                    .isEqualTo(found.getShape());
            return found.toFloatArray();
        }
    }

    private static float[] row(float[] logits, int row) {
        return Arrays.copyOfRange(logits, 5 * row, 5 * row + 5);
    }

    @Test
    void fillingUpAtTheEndChangesNothing() {
        ParameterStore store = store();
        float[] found = logits(store, features(1), new long[] {4, 5, 8});
        assertClose(
                logits(store, features(1), new long[] {4, 5, 8, 0, 0, 0}), found, 1e-5, "filled");
        assertThat(logits(store, features(1), new long[] {4, 5, 8, 7})).isNotEqualTo(found);
        assertThat(logits(store, features(1), new long[] {5, 4, 8})).isNotEqualTo(found);
        float[] wordless = logits(store, features(1), new long[] {0});
        assertClose(
                logits(store, features(1), new long[] {0, 0, 0}), wordless, 1e-5, "no word at all");
    }

    @Test
    void rowsAreEachAsIfAlone() {
        ParameterStore store = store();
        long[][] questions = {{4, 5, 8}, {3, 3, 0}, {6, 0, 0}, {4, 5, 8}};
        float[] together = logits(store, features(2), questions);
        for (int q = 0; q < 4; q++) {
            int from = q / 2 * 3 * PLACES;
            float[] own = Arrays.copyOfRange(features(2), from, from + 3 * PLACES);
            assertClose(row(together, q), logits(store, own, questions[q]), 1e-5, "question " + q);
        }
        assertThat(row(together, 0)).as("pictures tell").isNotEqualTo(row(together, 3));
    }

    @Test
    void manyQuestionsInOnePassEqualAsManyPasses() {
        ParameterStore store = store();
        long[][] questions =
                IntStream.range(0, 32)
                        .mapToObj(q -> new long[] {1 + q % 8, 1 + q / 4, q % 3 == 0 ? 0 : 5})
                        .toArray(long[][]::new);
        float[] together = logits(store, features(1), questions);
        for (int q = 0; q < 32; q++) {
            assertClose(
                    row(together, q),
                    logits(store, features(1), questions[q]),
                    1e-5,
                    "question " + q);
        }
    }

    /** What a place adds to a logit is its numbers by the answer's weights, scaled. */
    @Test
    void whatPlacesAddAndWhatTheQuestionAddsIsTheLogitAndGradCamIsWhatPlacesAdd() {
        ParameterStore store = store();
        float[] answers = floats("answers.weight");
        float[] biases = floats("answers.bias");
        try (NDManager scope = manager.newSubManager();
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            NDArray given = scope.create(features(1), new Shape(1, 3, HEIGHT, WIDTH));
            NDArray ids = scope.create(new long[] {4, 5, 8}, new Shape(1, 3));
            NDArray probe = scope.zeros(new Shape(1, 7, HEIGHT, WIDTH));
            probe.setRequiresGradient(true);
            float[][] fused = new float[1][];
            HeadTap tap =
                    (layer, value) -> {
                        if (!layer.equals(FilmHead.FUSED)) {
                            return value;
                        }
                        fused[0] = value.toFloatArray();
                        return value.add(probe);
                    };
            NDArray logits = head.logits(store, given, ids, tap);
            NDArray blank = head.logits(store, given, ids, FilmHeadTest::nothingFused);
            float scale = (float) (1 / Math.sqrt(PLACES));
            for (int k = 0; k < 5; k++) {
                NDArray logit = logits.get(":, {}", k);
                float[] gradient =
                        autograd.gradients(
                                        scope,
                                        List.of(logit),
                                        List.of(probe),
                                        List.of(logit.onesLike()),
                                        Graph.KEEP)
                                .get(0)
                                .orElseThrow()
                                .toFloatArray();
                float[] adds = new float[PLACES];
                float[] cam = new float[PLACES];
                double sum = 0;
                for (int place = 0; place < PLACES; place++) {
                    for (int d = 0; d < 7; d++) {
                        float value = fused[0][d * PLACES + place];
                        adds[place] += scale * answers[7 * k + d] * value;
                        cam[place] += mean(gradient, d) * value;
                    }
                    sum += adds[place];
                }
                assertClose(cam, adds, 1e-5, "Grad-CAM of answer " + k);
                double rest = blank.getFloat(0, k);
                assertClose(
                        new float[] {(float) (sum + rest)},
                        new float[] {logits.getFloat(0, k)},
                        1e-5,
                        "places and question");
                assertThat(Math.abs(rest - biases[k])).as("the question's part").isPositive();
            }
        }
    }

    private static NDArray nothingFused(String layer, NDArray value) {
        return layer.equals(FilmHead.FUSED) ? value.zerosLike() : value;
    }

    private static float mean(float[] gradient, int channel) {
        double sum = 0;
        for (int place = 0; place < PLACES; place++) {
            sum += gradient[channel * PLACES + place];
        }
        return (float) (sum / PLACES);
    }

    private float[] floats(String name) {
        return Objects.requireNonNull(weights.tensors().get(name)).toFloats();
    }

    @Test
    void nothingIsLeftInMemory() {
        ParameterStore store = store();
        logits(store, features(1), new long[] {4, 5, 8});
        int before = manager.getManagedArrays().size();
        for (int i = 0; i < 5; i++) {
            logits(store, features(2), new long[] {4, 5, 8}, new long[] {4, 0, 0});
            try (NDManager scope = manager.newSubManager()) {
                NDArray given = scope.create(features(1), new Shape(1, 3, HEIGHT, WIDTH));
                NDArray ids = scope.create(new long[] {4, 5}, new Shape(1, 2));
                int own = scope.getManagedArrays().size();
                head.logits(store, given, ids, HeadTap.NONE);
                assertThat(scope.getManagedArrays()).hasSize(own + 1);
            }
        }
        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    @Test
    void aHeadComesBackFromItsFileAndSaysWhatItTakes() {
        Path file = folder.resolve("head.safetensors");
        SmallAnswerer.write(file, weights);
        float[] expected = logits(store(), features(1), new long[] {4, 5, 8});
        NDArray ids = manager.create(new long[] {4, 5, 8}, new Shape(1, 3));
        try (AnswerHead loaded = AnswerHeads.load(file, Device.cpu())) {
            NDArray given = manager.create(features(1), new Shape(1, 3, HEIGHT, WIDTH));
            float[] found = loaded.logits(manager, given, ids, HeadTap.NONE).toFloatArray();
            assertClose(found, expected, 1e-6, "logits");
            assertThat(loaded.layers())
                    .map(layer -> layer.name())
                    .containsExactly(FilmHead.WORDS, FilmHead.FUSED);
            for (Shape shape : new Shape[] {new Shape(1, 4, 2, 2), new Shape(1, 3, 4)}) {
                assertThatThrownBy(
                                () ->
                                        loaded.logits(
                                                manager, manager.zeros(shape), ids, HeadTap.NONE))
                        .isInstanceOf(NetworkFailure.class)
                        .hasMessageEndingWith(
                                " takes features of the shape (B, 3, h, w), the image network gives"
                                        + " "
                                        + shape);
            }
        }
    }

    @Test
    void weightsOfAnotherHeadAreRefusedByName() throws Exception {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>(weights.tensors());
        tensors.remove("answers.bias");
        Path file = folder.resolve("head.safetensors");
        SmallAnswerer.write(file, new StateDict("h", tensors, weights.metadata()));
        assertThatThrownBy(() -> AnswerHeads.load(file, Device.cpu()).close())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("answers.bias");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> AnswerHeads.load(file, Device.cpu()).close())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("head.safetensors");
    }
}
