package dev.wherefore.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.core.UserError;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.block.BlockNetworks;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.support.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks are given random weights, and their own back to the last bit, of every format. */
class RandomWeightsTest {

    private static final Shape PICTURE = new Shape(2, 3, 32, 32);

    private static Network open(String form) {
        if (!form.equals("written here")) {
            Reference reference = Reference.of("tiny-resnet");
            return TorchScriptNetwork.load(reference.path(form + ".pt"), Device.cpu());
        }
        NetworkConfig config =
                NetworkConfig.fromJson(
                        """
                        {"family": "resnet", "classes": 10, "channels": 3, "widths": [8, 16, 32],
                         "blocks": [2, 2, 2]}\
                        """);
        NetworkFamilies families =
                Guice.createInjector(new NetworkModule()).getInstance(NetworkFamilies.class);
        return new BlockNetworks(families)
                .load(
                        config,
                        FormulaWeights.of(families.create(config).parameters().expectedShapes()),
                        Device.cpu());
    }

    private static float[] answer(Network network) {
        try (NDManager scope = network.newScope()) {
            NDArray picture = scope.create(FormulaWeights.values("picture", PICTURE), PICTURE);
            return network.run(scope, Inputs.of(picture), PassRequest.PLAIN)
                    .outputs()
                    .main()
                    .toFloatArray();
        }
    }

    private static List<float[]> values(Network network) {
        List<float[]> values = new ArrayList<>();
        network.weights().forEach(w -> w.values().forEach(v -> values.add(v.toFloatArray())));
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripted", "traced", "written here"})
    void eachStepChangesTheAnswerAndClosingGivesItBack(String form) {
        try (Network network = open(form)) {
            float[] before = answer(network);
            List<float[]> own = values(network);
            List<float[]> answers = new ArrayList<>(List.of(before));
            try (RandomWeights random = new RandomWeights(network)) {
                assertThat(random.steps()).isEqualTo(RandomWeights.MOST_STEPS);
                for (int step = 0; step < random.steps(); step++) {
                    random.randomise(step);
                    float[] after = answer(network);
                    assertThat(answers).noneMatch(a -> Arrays.equals(a, after));
                    answers.add(after);
                }
                assertThat(random.share(random.steps() - 1)).isEqualTo(1);
                List<float[]> drawn = values(network);
                for (int i = 0; i < own.size(); i++) {
                    // all at random now
                    assertThat(drawn.get(i)).isNotEqualTo(own.get(i));
                }
            }
            assertThat(answer(network)).isEqualTo(before);
            assertBitEqual(values(network), own);
        }
    }

    private static void assertBitEqual(List<float[]> found, List<float[]> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < found.get(i).length; j++) {
                assertThat(Float.floatToRawIntBits(found.get(i)[j]))
                        .isEqualTo(Float.floatToRawIntBits(expected.get(i)[j]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripted", "traced", "written here"})
    void aStepAloneLeavesTheOthersAsTheyWereAndIsTheSameEachTime(String form) {
        try (Network network = open(form)) {
            List<float[]> own = values(network);
            List<LayerWeights> layers = network.weights();
            // 10 classes: the last layer is the linear one, and alone in the first step
            assertThat(layers.get(layers.size() - 1).values().get(0).getShape().get(0))
                    .isEqualTo(10);
            try (RandomWeights random = new RandomWeights(network)) {
                random.randomise(3);
                List<float[]> drawn = values(network);
                long changed = changed(drawn, own);
                assertThat(changed).isBetween(1L, (long) own.size() / 3);
                assertThat(drawn.get(own.size() - 1)).isEqualTo(own.get(own.size() - 1));
                random.restore(3);
                assertBitEqual(values(network), own);
                random.randomise(3);
                assertBitEqual(values(network), drawn);
            }
        }
    }

    private static long changed(List<float[]> found, List<float[]> own) {
        long changed = 0;
        for (int i = 0; i < own.size(); i++) {
            changed += Arrays.equals(found.get(i), own.get(i)) ? 0 : 1;
        }
        return changed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripted", "written here"})
    void whatIsDrawnIsAsWideAsWhatWasThere(String form) {
        try (Network network = open(form)) {
            List<float[]> own = values(network);
            try (RandomWeights random = new RandomWeights(network)) {
                for (int step = 0; step < random.steps(); step++) {
                    random.randomise(step);
                }
                List<float[]> drawn = values(network);
                for (int i = 0; i < own.size(); i++) {
                    double mean = mean(own.get(i));
                    double bound = Math.sqrt(3) * deviation(own.get(i));
                    for (float value : drawn.get(i)) {
                        assertThat((double) value)
                                .isBetween(mean - bound - 1e-5, mean + bound + 1e-5);
                    }
                    if (own.get(i).length > 1000) {
                        assertThat(deviation(drawn.get(i)))
                                .isCloseTo(bound / Math.sqrt(3), within(bound / 10));
                    }
                }
            }
        }
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripted", "written here"})
    void weightsComeBackWhereSomethingFails(String form) {
        try (Network network = open(form)) {
            List<float[]> own = values(network);
            assertThatThrownBy(
                            () -> {
                                try (RandomWeights random = new RandomWeights(network)) {
                                    random.randomise(0);
                                    random.randomise(1);
                                    throw new IllegalStateException("a pass failed");
                                }
                            })
                    .hasMessage("a pass failed");
            assertBitEqual(values(network), own);
        }
    }

    @Test
    void aFrozenNetworkHasNoWeightsAndIsRefused() {
        try (Network network =
                        TorchScriptNetwork.load(
                                Reference.file("archives-2.x/tiny-resnet.frozen.pt"),
                                Device.cpu());
                Explainer explainer = new Explainer(network)) {
            assertThat(network.weights()).isEmpty();
            assertThat(explainer.refusal(Need.WEIGHTS)).contains(RandomWeights.NO_WEIGHTS);
            assertThat(explainer.refusal(Need.OTHER_TARGETS)).isEmpty();
            assertThatThrownBy(() -> new RandomWeights(network).close())
                    .isInstanceOf(UserError.class)
                    .hasMessage(RandomWeights.NO_WEIGHTS);
        }
    }
}
