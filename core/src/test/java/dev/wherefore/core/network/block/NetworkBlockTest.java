package dev.wherefore.core.network.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import dev.wherefore.core.UserError;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks as DJL blocks: values in, values out, training. */
class NetworkBlockTest {

    @ParameterizedTest
    @ValueSource(strings = {Blocks.TINY_RESNET, Blocks.TINY_BOTTLENECK, Blocks.TINY_CIFAR})
    void aFewStepsOfGradientDescentLowerTheLoss(String json) {
        NetworkBlock block = Blocks.block(json);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialise(manager, 7);
            NDArray pictures = pictures(manager, block.config().channels());
            NDArray labels = manager.create(new float[] {0, 1, 2, 3});
            float first = step(manager, block, pictures, labels);
            float last = first;
            for (int i = 0; i < 10; i++) {
                last = step(manager, block, pictures, labels);
            }
            assertThat(last).isLessThan(0.8f * first);
        }
    }

    @Test
    void weightsThatAreNoNumbersAreRefusedByName() {
        NetworkBlock block = Blocks.block(Blocks.TINY_RESNET);
        Map<String, WeightTensor> tensors =
                new LinkedHashMap<>(
                        FormulaWeights.of(block.parameters().expectedShapes()).tensors());
        tensors.computeIfPresent(
                "bn1.bias",
                (name, tensor) -> {
                    float[] values = tensor.toFloats();
                    values[1] = Float.NaN;
                    return WeightTensor.of(tensor.shape(), values);
                });
        StateDict diverged = new StateDict("diverged.pth", tensors, Map.of());
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThatThrownBy(() -> block.load(manager, diverged))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("'diverged.pth' holds NaN in 'bn1.bias'");
        }
    }

    private static float step(
            NDManager manager, NetworkBlock block, NDArray pictures, NDArray labels) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray batch = pictures.duplicate();
            batch.attach(scope);
            ParameterStore parameters = new ParameterStore(scope, false);
            float lost;
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDList logits = block.forward(parameters, new NDList(batch), true);
                NDArray loss = Loss.softmaxCrossEntropyLoss().evaluate(new NDList(labels), logits);
                collector.backward(loss);
                lost = loss.getFloat();
            }
            for (Parameter parameter : block.getParameters().values()) {
                if (parameter.requiresGradient()) {
                    NDArray gradient = parameter.getArray().getGradient();
                    assertThat(gradient.abs().max().getFloat())
                            .as(parameter.getName())
                            .isGreaterThan(0);
                    parameter.getArray().subi(gradient.mul(0.05f));
                }
            }
            return lost;
        }
    }

    static NDArray pictures(NDManager manager, int channels) {
        Shape shape = new Shape(4, channels, 32, 32);
        return manager.create(FormulaWeights.values("pictures", shape), shape);
    }

    @Test
    void trainingMovesRunningStatisticsAsPyTorchDoes() {
        NetworkBlock block = Blocks.block(Blocks.TINY_CIFAR);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialise(manager, 7);
            NDArray pictures = pictures(manager, 3);
            float[] before = values(block.stateDict("before"), "conv1.weight");
            block.forward(new ParameterStore(manager, false), new NDList(pictures), true);
            StateDict after = block.stateDict("after");
            assertThat(values(after, "conv1.weight")).isEqualTo(before);
            // the first layer's batch, normalised by hand
            NDArray weight = manager.create(before, new Shape(4, 3, 3, 3));
            NDArray features =
                    pictures.getNDArrayInternal()
                            .convolution(
                                    pictures,
                                    weight,
                                    manager.zeros(new Shape(4)),
                                    new Shape(1, 1),
                                    new Shape(1, 1),
                                    new Shape(1, 1),
                                    1)
                            .singletonOrThrow();
            NDArray rows = features.transpose(1, 0, 2, 3).reshape(4, -1);
            NDArray mean = rows.mean(new int[] {1});
            NDArray variance =
                    rows.sub(mean.reshape(4, 1))
                            .square()
                            .sum(new int[] {1})
                            .div(rows.getShape().get(1) - 1);
            assertClose(values(after, "bn1.running_mean"), mean.mul(0.1f).toFloatArray());
            assertClose(
                    values(after, "bn1.running_var"), variance.mul(0.1f).add(0.9f).toFloatArray());
        }
    }

    private static void assertClose(float[] actual, float[] expected) {
        dev.wherefore.core.support.Closeness.assertClose(actual, expected, 1e-5, "statistics");
    }

    @Test
    void thawingParametersLeavesRunningStatisticsWithoutGradients() {
        NetworkBlock block = Blocks.block(Blocks.TINY_RESNET);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialise(manager, 1);
            block.freezeParameters(true);
            assertThat(wantingGradients(block)).isEmpty();
            block.freezeParameters(false);
            List<Parameter.Type> kinds =
                    wantingGradients(block).stream().map(Parameter::getType).distinct().toList();
            assertThat(kinds)
                    .containsExactlyInAnyOrder(
                            Parameter.Type.WEIGHT,
                            Parameter.Type.BIAS,
                            Parameter.Type.GAMMA,
                            Parameter.Type.BETA);
        }
    }

    private static List<Parameter> wantingGradients(NetworkBlock block) {
        return block.getParameters().values().stream()
                .filter(p -> p.getArray().hasGradient())
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameStartAndAnotherSeedAnother() {
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] first = start(manager, 3, "layer2.0.conv1.weight");
            assertThat(start(manager, 3, "layer2.0.conv1.weight")).isEqualTo(first);
            assertThat(start(manager, 4, "layer2.0.conv1.weight")).isNotEqualTo(first);
            // He et al.: variance 2 / (16 channels out · 3 · 3)
            assertThat(deviation(first)).isBetween(0.11, 0.125);
            assertThat(first[0]).isEqualTo(start(manager, 3, "layer2.0.conv1.weight")[0]);
            float[] head = start(manager, 3, "fc.weight");
            float bound = (float) (1 / Math.sqrt(32));
            for (float value : head) {
                assertThat(value).isBetween(-bound, bound);
            }
            assertThat(deviation(head)).isBetween(0.09, 0.115);
            assertThat(start(manager, 3, "bn1.weight")).containsOnly(1);
            assertThat(start(manager, 3, "bn1.running_mean")).containsOnly(0);
        }
    }

    private static float[] start(NDManager manager, long seed, String name) {
        NetworkBlock block = Blocks.block(Blocks.TINY_RESNET);
        block.initialise(manager, seed);
        return values(block.stateDict("start"), name);
    }

    private static double deviation(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    @Test
    void whatIsReadOutIsWhatWasLoaded() {
        NetworkBlock block = Blocks.block(Blocks.TINY_CIFAR);
        StateDict weights = FormulaWeights.of(block.parameters().expectedShapes());
        try (NDManager manager = NDManager.newBaseManager()) {
            block.load(manager, weights);
            StateDict found = block.stateDict("found");
            assertThat(NetworkConfig.of(found)).contains(block.config());
            assertThat(NetworkConfig.of(weights)).isEmpty();
            assertThat(found.tensors().keySet())
                    .containsExactlyElementsOf(weights.tensors().keySet());
            for (String name : weights.tensors().keySet()) {
                assertThat(values(found, name)).as(name).isEqualTo(values(weights, name));
            }
        }
    }

    private static float[] values(StateDict weights, String name) {
        return java.util.Objects.requireNonNull(weights.tensors().get(name), name).toFloats();
    }

    @Test
    void dropoutWorksInTrainingAlone() {
        NetworkBlock block = Blocks.block(Blocks.TINY_VGG);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.load(manager, FormulaWeights.of(block.parameters().expectedShapes()));
            NDArray pictures = pictures(manager, 3);
            assertThat(logits(manager, block, pictures, true))
                    .isNotEqualTo(logits(manager, block, pictures, true));
            assertThat(logits(manager, block, pictures, false))
                    .isEqualTo(logits(manager, block, pictures, false));
        }
    }

    private static float[] logits(
            NDManager manager, NetworkBlock block, NDArray pictures, boolean training) {
        ParameterStore parameters = new ParameterStore(manager, false);
        return block.forward(parameters, new NDList(pictures), training)
                .singletonOrThrow()
                .toFloatArray();
    }

    @Test
    void djlInitialisesItToo() {
        NetworkBlock block = Blocks.block(Blocks.TINY_RESNET);
        Shape input = new Shape(2, 3, 64, 64);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, ai.djl.ndarray.types.DataType.FLOAT32, input);
            assertThat(block.isInitialized()).isTrue();
            assertThat(block.getOutputShapes(new Shape[] {input}))
                    .isEqualTo(new Shape[] {new Shape(2, 10)});
            assertThat(Arrays.stream(block.getInputShapes())).containsExactly(input);
        }
    }
}
