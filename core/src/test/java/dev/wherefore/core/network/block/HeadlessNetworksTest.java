package dev.wherefore.core.network.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of 0 classes are the others without their heads. */
class HeadlessNetworksTest {

    private static String json(String name) {
        return switch (name) {
            case "resnet" -> Blocks.TINY_RESNET;
            case "vgg" -> Blocks.TINY_VGG;
            case "bottleneck" -> Blocks.TINY_BOTTLENECK;
            default -> Blocks.TINY_CIFAR;
        };
    }

    private static String headless(String name) {
        return NetworkConfig.fromJson(json(name)).withoutHead().toJson();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "resnet,layer3,fc.weight fc.bias,32,6",
        "bottleneck,layer2,fc.weight fc.bias,32,48",
        "cifar,layer3,linear.weight linear.bias,15,24",
        "vgg,features,classifier.0.weight classifier.0.bias classifier.3.weight"
                + " classifier.3.bias,32,12"
    })
    void featuresAreThoseOfTheLastStageAndNoTensorIsOfTheHead(
            String name, String last, String head, int channels, int side) {
        Set<String> missing =
                new TreeSet<>(Blocks.block(json(name)).parameters().expectedShapes().keySet());
        missing.removeAll(Blocks.block(headless(name)).parameters().expectedShapes().keySet());
        assertThat(missing).containsExactlyInAnyOrder(head.split(" ", -1));
        NDArray input;
        try (Network whole = Blocks.network(json(name));
                Network features = Blocks.network(headless(name));
                NDManager scope = whole.newScope()) {
            input = Reference.of("tiny-resnet").input(scope);
            if (name.equals("bottleneck")) {
                input = input.get(":, 0:1");
            }
            NDArray expected =
                    whole.run(
                                    scope,
                                    Inputs.of(input),
                                    PassRequest.tap(List.of(LayerRun.parse(last)), 1))
                            .taps()
                            .get(0)
                            .activation();
            NDArray found =
                    features.run(scope, Inputs.of(input), PassRequest.PLAIN).outputs().main();
            assertThat(found.getShape()).isEqualTo(new Shape(2, channels, side, side));
            assertThat(found.toFloatArray()).containsExactly(expected.toFloatArray());
            assertThat(
                            Blocks.block(headless(name))
                                    .getOutputShapes(new Shape[] {input.getShape()})[0])
                    .isEqualTo(found.getShape());
        }
    }

    @Test
    void anAlexNetEndsInItsFeatures() {
        NetworkBlock block =
                Blocks.block("{\"family\": \"alexnet\", \"classes\": 0, \"channels\": 3}");
        assertThat(block.parameters().expectedShapes().keySet())
                .hasSize(10)
                .allMatch(tensor -> tensor.startsWith("features."));
        assertThat(block.getOutputShapes(new Shape[] {new Shape(2, 3, 224, 224)})[0])
                .isEqualTo(new Shape(2, 256, 6, 6));
    }

    @Test
    void weightsOfAWholeNetworkGiveItsFeaturesWhatFitsThem() {
        NetworkBlock features = Blocks.block(headless("resnet"));
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            features.initialise(manager, 1);
            float[] drawn = values(features.parameters(), "conv1.weight");
            StateDict whole =
                    FormulaWeights.of(Blocks.block(json("resnet")).parameters().expectedShapes());
            int tensors = features.parameters().expectedShapes().size();
            assertThat(features.parameters().loadFitting(manager, whole)).isEqualTo(tensors);
            features.parameters()
                    .state()
                    .forEach(
                            (name, array) ->
                                    assertThat(array.toFloatArray())
                                            .as(name)
                                            .containsExactly(
                                                    FormulaWeights.values(name, array.getShape())));
            assertThat(drawn).isNotEqualTo(FormulaWeights.values("conv1.weight", shape()));
        }
    }

    private static float[] values(NamedParameters parameters, String name) {
        return Objects.requireNonNull(parameters.state().get(name), name).toFloatArray();
    }

    private static Shape shape() {
        return Objects.requireNonNull(
                Blocks.block(headless("resnet")).parameters().expectedShapes().get("conv1.weight"));
    }

    @Test
    void whatDoesNotFitByNameAndShapeStaysAsItIs() {
        NetworkBlock features = Blocks.block(headless("resnet"));
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            features.initialise(manager, 1);
            NamedParameters parameters = features.parameters();
            float[] before = values(parameters, "conv1.weight");
            Map<String, WeightTensor> tensors = new LinkedHashMap<>();
            tensors.put("conv1.weight", WeightTensor.of(new Shape(1, 3, 7, 7), new float[147]));
            tensors.put("bn1.weight", WeightTensor.of(new Shape(8), 1, 2, 3, 4, 5, 6, 7, 8));
            tensors.put("nothing", WeightTensor.of(new Shape(1), 1));
            int fitting = parameters.loadFitting(manager, new StateDict("w", tensors, Map.of()));
            assertThat(fitting).isEqualTo(1);
            assertThat(values(parameters, "bn1.weight")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(values(parameters, "conv1.weight")).containsExactly(before);
        }
    }

    @Test
    void weightsOfWhichNothingFitsOrThatAreNoNumbersAreRefused() {
        NetworkBlock features = Blocks.block(headless("resnet"));
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            features.initialise(manager, 1);
            NamedParameters parameters = features.parameters();
            StateDict other =
                    new StateDict("w.pth", Map.of("x", WeightTensor.of(new Shape(1), 1)), Map.of());
            assertThatThrownBy(() -> parameters.loadFitting(manager, other))
                    .isInstanceOf(UserError.class)
                    .hasMessage("w.pth has no tensor that fits the network by name and shape");
            float[] diverged = new float[8];
            diverged[3] = Float.NaN;
            StateDict bad =
                    new StateDict(
                            "w.pth",
                            Map.of("bn1.bias", WeightTensor.of(new Shape(8), diverged)),
                            Map.of());
            assertThatThrownBy(() -> parameters.loadFitting(manager, bad))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("'w.pth' holds NaN in 'bn1.bias'");
        }
    }
}
