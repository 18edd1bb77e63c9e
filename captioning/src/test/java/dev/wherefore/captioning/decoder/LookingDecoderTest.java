package dev.wherefore.captioning.decoder;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.weights.ElementType;
import dev.wherefore.core.weights.SafetensorsFile;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightFiles;
import dev.wherefore.core.weights.WeightTensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decoder that is written here gives the numbers of its description. */
class LookingDecoderTest {

    private static final DecoderConfig CONFIG = new DecoderConfig(9, 3, 4, 5, 6, 2, 2);
    private static final int HEIGHT = 2;
    private static final int WIDTH = 4;

    @TempDir Path folder;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private final StateDict weights = SmallCaptioner.decoder(CONFIG);

    @AfterEach
    void close() {
        manager.close();
    }

    /** Features (R, 3, 2, 4) by a formula. */
    private static float[] features(int rows) {
        float[] values = new float[rows * 3 * HEIGHT * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.abs(2 * Math.sin(0.7 * i + 1));
        }
        return values;
    }

    /** The logits (R, S, T, V) of one block with the formula's weights. */
    private float[] logits(float[] features, boolean training, long[]... captions) {
        int rows = features.length / (3 * HEIGHT * WIDTH);
        LookingDecoder block = new LookingDecoder(CONFIG);
        block.parameters().load(manager, weights);
        ParameterStore values = block.parameters().detached(manager);
        NDArray given = manager.create(features, new Shape(rows, 3, HEIGHT, WIDTH));
        int each = captions.length / rows;
        Shape shape = new Shape(rows, each, captions[0].length);
        long[] ids = Arrays.stream(captions).flatMapToLong(Arrays::stream).toArray();
        NDArray found =
                block.forward(values, new NDList(given, manager.create(ids, shape)), training)
                        .singletonOrThrow();
        assertThat(found.getShape()).isEqualTo(shape.add(9));
        assertThat(block.getOutputShapes(new Shape[] {given.getShape(), shape})[0])
                .isEqualTo(found.getShape());
        return found.toFloatArray();
    }

    @Test
    void aSlowAndPlainDecoderGivesTheSame() {
        long[] first = {2, 4, 5, 8};
        long[] second = {2, 7, 7, 0};
        float[] found = logits(features(2), false, first, second);
        assertClose(part(found, 0, 36), plain(part(features(2), 0, 24), first), 1e-5, "first");
        assertClose(part(found, 36, 72), plain(part(features(2), 24, 48), second), 1e-5, "second");
        assertClose(logits(features(2), true, first, second), found, 1e-6, "in training");
    }

    @Test
    void laterTokensDoNotChangeEarlierLogits() {
        float[] one = logits(features(1), false, new long[] {2, 4, 5, 8});
        float[] other = logits(features(1), false, new long[] {2, 4, 6, 3});
        float[] shorter = logits(features(1), false, new long[] {2, 4});
        assertThat(part(one, 0, 18)).containsExactly(part(other, 0, 18));
        assertClose(shorter, part(one, 0, 18), 1e-6, "a beginning alone");
        assertThat(part(one, 18, 27)).isNotEqualTo(part(other, 18, 27));
        assertThat(part(one, 27, 36)).isNotEqualTo(part(other, 27, 36));
    }

    @Test
    void rowsAndCaptionsAreEachAlone() {
        long[][] captions = {{2, 4, 5}, {2, 8, 8}, {2, 6, 1}, {2, 4, 4}};
        float[] together = logits(features(2), false, captions);
        for (int i = 0; i < captions.length; i++) {
            int row = i / 2;
            float[] alone = logits(part(features(2), row * 24, row * 24 + 24), false, captions[i]);
            assertClose(part(together, i * 27, i * 27 + 27), alone, 1e-5, "caption " + i);
        }
        assertThat(part(together, 0, 9)).as("pictures tell").isNotEqualTo(part(together, 54, 63));
    }

    @Test
    void whereAFeatureIsCountsAndNotOnlyHowMuchThereIsOfIt() {
        float[] left = new float[24];
        float[] right = new float[24];
        float[] below = new float[24];
        left[0] = 4;
        right[3] = 4;
        below[4] = 4;
        float[] found = logits(left, false, new long[] {2});
        assertThat(logits(right, false, new long[] {2})).isNotEqualTo(found);
        assertThat(logits(below, false, new long[] {2})).isNotEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"F32,1e-6", "F16,2e-2"})
    void weightsComeBackFromTheirFile(ElementType type, double tolerance) {
        LookingDecoder block = new LookingDecoder(CONFIG);
        block.parameters().initialise(manager, 7);
        Path file = folder.resolve("decoder.safetensors");
        StateDict saved =
                block.parameters()
                        .stateDict("saved", Map.of(DecoderConfig.METADATA, CONFIG.toJson()));
        SafetensorsFile.write(file, saved, type, new WholeFile(true));
        NDArray given = manager.create(features(1), new Shape(1, 3, HEIGHT, WIDTH));
        NDArray ids = manager.create(new long[] {2, 4, 5}, new Shape(1, 1, 3));
        float[] expected =
                block.forward(block.parameters().detached(manager), new NDList(given, ids), false)
                        .singletonOrThrow()
                        .toFloatArray();
        try (TextDecoder decoder = TextDecoders.load(file, Device.cpu())) {
            float[] found = decoder.logits(manager, given, ids).toFloatArray();
            assertClose(found, expected, tolerance, "logits");
        }
        assertThat(DecoderConfig.of(WeightFiles.read(file))).isEqualTo(CONFIG);
    }

    @Test
    void featuresOfOtherChannelsAreRefused() {
        Path file = folder.resolve("decoder.safetensors");
        SmallCaptioner.write(file, weights);
        NDArray ids = manager.create(new long[] {2}, new Shape(1, 1, 1));
        try (TextDecoder decoder = TextDecoders.load(file, Device.cpu())) {
            for (Shape shape : new Shape[] {new Shape(1, 4, 2, 2), new Shape(1, 3, 4)}) {
                assertThatThrownBy(() -> decoder.logits(manager, manager.zeros(shape), ids))
                        .isInstanceOf(NetworkFailure.class)
                        .hasMessage(
                                file
                                        + " takes features of the shape (B, 3, h, w), the image"
                                        + " network gives "
                                        + shape);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"vocabulary\": 9} | channels must be at least 1, found 0",
                "{\"vocabulary\": 1, \"channels\": 3, \"embedding\": 4, \"hidden\": 5,"
                        + " \"attention\": 6, \"heads\": 2, \"looks\": 2}"
                        + " | vocabulary must be at least 2, found 1",
                "{\"vocabulary\": 9, \"channels\": 3, \"embedding\": 4, \"hidden\": 5,"
                        + " \"attention\": 6, \"heads\": 2, \"looks\": 2, \"depth\": 3} | it has an"
                        + " unknown key 'depth'",
                "resnet | resnet",
                "[] | []"
            })
    void metadataThatDescribeNoDecoderAreRefusedInASentence(String json, String reason) {
        StateDict odd =
                new StateDict("d.safetensors", Map.of(), Map.of(DecoderConfig.METADATA, json));
        assertThatThrownBy(() -> DecoderConfig.of(odd))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("d.safetensors describes its decoder as '" + json + "'")
                .hasMessageContaining(reason)
                .message()
                .hasLineCount(1);
    }

    @Test
    void weightsWithoutMetadataAreRefusedWithWhatWouldBeRight() {
        StateDict bare = new StateDict("d.safetensors", Map.of(), Map.of());
        assertThatThrownBy(() -> DecoderConfig.of(bare))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("d.safetensors does not say of which decoder")
                .hasMessageContaining("a TorchScript decoder");
    }

    @Test
    void weightsOfAnotherDecoderAreRefusedByName() {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>(weights.tensors());
        tensors.remove("say.bias");
        Path file = folder.resolve("decoder.safetensors");
        SmallCaptioner.write(file, new StateDict("d", tensors, weights.metadata()));
        assertThatThrownBy(() -> TextDecoders.load(file, Device.cpu()).close())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("say.bias");
    }

    private static float[] part(float[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    /** The logits (T, V) of one row, number by number. */
    private float[] plain(float[] features, long[] ids) {
        int places = HEIGHT * WIDTH;
        double[] mean = new double[3];
        double[][] known = new double[places][];
        for (int i = 0; i < places; i++) {
            double[] place = new double[15];
            for (int channel = 0; channel < 3; channel++) {
                place[channel] = features[channel * places + i];
                mean[channel] += place[channel] / places;
            }
            int next = 3;
            for (double wave : new double[] {0.5, 1, 2}) {
                double across = 2 * Math.PI * wave * (i % WIDTH + 0.5) / WIDTH;
                int row = i / WIDTH;
                double down = 2 * Math.PI * wave * (row + 0.5) / HEIGHT;
                place[next++] = Math.sin(across);
                place[next++] = Math.cos(across);
                place[next++] = Math.sin(down);
                place[next++] = Math.cos(down);
            }
            known[i] = linear("places", place);
        }
        double[] first = linear("begin", mean);
        double[] h = new double[5];
        double[] c = new double[5];
        for (int i = 0; i < 5; i++) {
            h[i] = Math.tanh(first[i]);
            c[i] = Math.tanh(first[5 + i]);
        }
        float[] logits = new float[ids.length * 9];
        for (int t = 0; t < ids.length; t++) {
            double[] in = multiplied("lstm.weight_ih_l0", row("embed.weight", (int) ids[t], 4));
            double[] back = multiplied("lstm.weight_hh_l0", h);
            double[] gates = new double[20];
            for (int i = 0; i < 20; i++) {
                gates[i] =
                        in[i]
                                + back[i]
                                + row("lstm.bias_ih_l0", 0, 20)[i]
                                + row("lstm.bias_hh_l0", 0, 20)[i];
            }
            for (int i = 0; i < 5; i++) {
                c[i] = sigmoid(gates[5 + i]) * c[i] + sigmoid(gates[i]) * Math.tanh(gates[10 + i]);
                h[i] = sigmoid(gates[15 + i]) * Math.tanh(c[i]);
            }
            double[] state = h;
            double[] seen = new double[6];
            for (int look = 0; look < 2; look++) {
                seen = looked(linear("ask." + look, state), known);
                state = joined(state, seen);
            }
            double[] gate = linear("gate", h);
            double[] open = new double[6];
            for (int i = 0; i < 6; i++) {
                open[i] = sigmoid(gate[i]) * seen[i];
            }
            double[] words = linear("words", relu(linear("say", h)));
            double[] read = linear("read", open);
            for (int v = 0; v < 9; v++) {
                logits[t * 9 + v] = (float) (words[v] + read[v]);
            }
        }
        return logits;
    }

    /** What two heads of three numbers each see of places' keys and values. */
    private static double[] looked(double[] query, double[][] known) {
        double[] seen = new double[6];
        for (int head = 0; head < 2; head++) {
            double[] weights = new double[known.length];
            double sum = 0;
            for (int i = 0; i < known.length; i++) {
                double fits = 0;
                for (int d = 3 * head; d < 3 * head + 3; d++) {
                    fits += query[d] * known[i][d];
                }
                weights[i] = Math.exp(fits / Math.sqrt(3));
                sum += weights[i];
            }
            for (int i = 0; i < known.length; i++) {
                for (int d = 3 * head; d < 3 * head + 3; d++) {
                    seen[d] += weights[i] / sum * known[i][6 + d];
                }
            }
        }
        return seen;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    @Test
    void wordsThatFitArePlacesReadTogether() {
        LookingDecoder block = new LookingDecoder(CONFIG);
        block.parameters().load(manager, weights);
        NDArray given = manager.create(features(1), new Shape(1, 3, HEIGHT, WIDTH));
        float[] found = block.fitting(block.parameters().detached(manager), given).toFloatArray();
        assertThat(found).hasSize(9);
        float[] none = part(new float[24], 0, 24);
        float[] blank =
                block.fitting(
                                block.parameters().detached(manager),
                                manager.create(none, new Shape(1, 3, HEIGHT, WIDTH)))
                        .toFloatArray();
        assertThat(found).isNotEqualTo(blank);
    }

    private double[] row(String name, int row, int length) {
        float[] all = Objects.requireNonNull(weights.tensors().get(name)).toFloats();
        double[] found = new double[length];
        for (int i = 0; i < length; i++) {
            found[i] = all[row * length + i];
        }
        return found;
    }

    private double[] multiplied(String name, double[] input) {
        int rows =
                Objects.requireNonNull(weights.tensors().get(name)).toFloats().length
                        / input.length;
        double[] result = new double[rows];
        for (int r = 0; r < rows; r++) {
            double[] weight = row(name, r, input.length);
            for (int i = 0; i < input.length; i++) {
                result[r] += weight[i] * input[i];
            }
        }
        return result;
    }

    private double[] linear(String name, double[] input) {
        double[] result = multiplied(name + ".weight", input);
        double[] bias = row(name + ".bias", 0, result.length);
        for (int r = 0; r < result.length; r++) {
            result[r] += bias[r];
        }
        return result;
    }

    private static double[] relu(double[] values) {
        return Arrays.stream(values).map(v -> Math.max(v, 0)).toArray();
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
