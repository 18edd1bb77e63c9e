package dev.wherefore.core.network.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which networks there are, what they cost, and which weights fit. */
class NetworkFamiliesTest {

    private static NetworkBlock create(String keys) {
        return Blocks.block("{\"channels\": 3, \"classes\": 1000, " + keys + "}");
    }

    /** Parameters and multiply-adds as torchvision's model pages give them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"family\": \"resnet\", \"depth\": 18|11689512|1.814",
                "\"family\": \"resnet\", \"depth\": 34|21797672|3.664",
                "\"family\": \"resnet\", \"depth\": 50|25557032|4.089",
                "\"family\": \"resnet\", \"depth\": 101|44549160|7.801",
                "\"family\": \"resnet\", \"depth\": 152|60192808|11.514",
                "\"family\": \"vgg\", \"depth\": 11|132863336|7.609",
                "\"family\": \"vgg\", \"depth\": 13, \"batch-norm\": true|133053736|11.308",
                "\"family\": \"vgg\", \"depth\": 16|138357544|15.470",
                "\"family\": \"vgg\", \"depth\": 19|143667240|19.632",
                "\"family\": \"alexnet\"|61100840|0.714"
            })
    void parametersAndMultiplyAddsAreThoseTorchvisionGives(
            String keys, long parameters, double billions) {
        NetworkBlock block = create(keys);
        long found =
                block.parameters().expectedShapes().entrySet().stream()
                        .filter(e -> !e.getKey().contains("running_"))
                        .mapToLong(e -> e.getValue().size())
                        .sum();
        assertThat(found).isEqualTo(parameters);
        assertThat(block.multiplyAdds(new Shape(1, 3, 224, 224)) / 1e9)
                .isCloseTo(billions, within(6e-4));
    }

    @Test
    void theCifarResNetOfDepth20IsThePapers() {
        NetworkBlock block =
                Blocks.block(
                        "{\"family\": \"cifar-resnet\", \"depth\": 20, \"classes\": 10,"
                                + " \"channels\": 3}");
        long found =
                block.parameters().expectedShapes().entrySet().stream()
                        .filter(e -> !e.getKey().contains("running_"))
                        .mapToLong(e -> e.getValue().size())
                        .sum();
        assertThat(found).isEqualTo(269_722);
        assertThat(block.multiplyAdds(new Shape(8, 3, 32, 32)) / 1e6)
                .isCloseTo(40.55, within(0.01));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"family\": \"resnet\"|resnet needs 'depth', one of [18, 34, 50, 101, 152], or"
                        + " 'widths' and 'blocks'",
                "\"family\": \"resnet\", \"depth\": 20|resnet has no depth 20, it has [18, 34, 50,"
                        + " 101, 152]",
                "\"family\": \"resnet\", \"depth\": 18, \"blocks\": [1]|'depth' already says what"
                        + " 'blocks' would: leave one out",
                "\"family\": \"resnet\", \"blocks\": [1, 1], \"widths\": [8]|'widths' must have a"
                        + " number for each of the 2 stages, it has 1: [8]",
                "\"family\": \"resnet\", \"blocks\": [1, 1], \"widths\": [8, 4], \"shortcut\":"
                    + " \"pad\"|with 'shortcut: pad' the 'widths' must not shrink, found [8, 4]",
                "\"family\": \"cifar-resnet\", \"depth\": 21|the 'depth' of a cifar-resnet of 3"
                        + " stages is 2 and a multiple of 6, such as 20; found 21",
                "\"family\": \"vgg\", \"depth\": 12|vgg has no depth 12, it has [11, 13, 16, 19]",
                "\"family\": \"vgg\", \"depth\": 16, \"head\": \"fc\"|vgg has no key 'head', it has"
                        + " batch-norm, blocks, depth, dropout, grid, hidden, last-pool, widths",
                "\"family\": \"alexnet\", \"depth\": 8|alexnet has no key 'depth', it has dropout",
                "\"family\": \"resent\"|there is no family of networks 'resent', there are resnet,"
                        + " cifar-resnet, vgg, alexnet; did you mean 'resnet'?"
            })
    void whatAFamilyDoesNotTakeIsRefusedByName(String keys, String sentence) {
        assertThatThrownBy(() -> create(keys)).isInstanceOf(UserError.class).hasMessage(sentence);
    }

    @Test
    void aPictureTooSmallForTheNetworkIsRefusedWhereItsCostIsAsked() {
        NetworkBlock block = create("\"family\": \"vgg\", \"depth\": 11");
        assertThatThrownBy(() -> block.multiplyAdds(new Shape(1, 3, 16, 16)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the picture is too small for the network: a layer with a window of 2 is"
                                + " left with 1");
    }

    @Test
    void weightsThatDoNotFitAreRefusedByName() {
        NetworkBlock block = Blocks.block(Blocks.TINY_RESNET);
        Map<String, Shape> shapes = new LinkedHashMap<>(block.parameters().expectedShapes());
        shapes.remove("layer3.1.bn2.bias");
        shapes.remove("fc.bias");
        assertRefused(
                block, shapes, "2 of the network's 77 tensors are missing ('layer3.1.bn2.bias'");
        shapes = new LinkedHashMap<>(block.parameters().expectedShapes());
        shapes.put("layer4.0.conv1.weight", new Shape(1));
        assertRefused(block, shapes, "'layer4.0.conv1.weight'");
        shapes = new LinkedHashMap<>(block.parameters().expectedShapes());
        shapes.put("fc.weight", new Shape(1000, 32));
        assertRefused(block, shapes, "'fc.weight'");
    }

    private static void assertRefused(
            NetworkBlock block, Map<String, Shape> shapes, String reason) {
        try (NDManager manager = NDManager.newBaseManager()) {
            StateDict weights = FormulaWeights.of(shapes);
            assertThatThrownBy(() -> block.load(manager, weights))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("'formula' does not fit the network: ")
                    .hasMessageContaining(reason);
            assertThat(manager.getManagedArrays()).isEmpty();
        }
    }

    @Test
    void countsOfBatchesAreIgnored() {
        NetworkConfig config = NetworkConfig.fromJson(Blocks.TINY_CIFAR);
        StateDict weights =
                FormulaWeights.of(Blocks.families().create(config).parameters().expectedShapes());
        Map<String, WeightTensor> more = new LinkedHashMap<>(weights.tensors());
        more.put("bn1.num_batches_tracked", Objects.requireNonNull(more.get("linear.bias")));
        try (Network network =
                new BlockNetworks(Blocks.families())
                        .load(config, new StateDict("more", more, Map.of()), ai.djl.Device.cpu())) {
            assertThat(network.layers()).hasSizeGreaterThan(30);
        }
    }

    @Test
    void torchvisionsNamesAreThere() {
        assertThat(names("\"family\": \"resnet\", \"depth\": 50"))
                .containsSubsequence(
                        "conv1",
                        "bn1",
                        "relu",
                        "maxpool",
                        "layer1",
                        "layer1.0",
                        "layer1.0.conv1",
                        "layer1.0.bn3",
                        "layer1.0.relu",
                        "layer1.0.downsample",
                        "layer1.0.downsample.0",
                        "layer1.0.downsample.1",
                        "layer1.1",
                        "layer4.2.conv3",
                        "avgpool",
                        "fc");
        assertThat(names("\"family\": \"vgg\", \"depth\": 16"))
                .containsSubsequence(
                        "features",
                        "features.0",
                        "features.28",
                        "features.30",
                        "avgpool",
                        "classifier",
                        "classifier.6")
                .doesNotContain("features.31", "classifier.7");
        assertThat(names("\"family\": \"alexnet\""))
                .containsSubsequence(
                        "features.0", "features.12", "avgpool", "classifier.0", "classifier.6")
                .doesNotContain("features.13", "classifier.7");
    }

    private static List<String> names(String keys) {
        return new LayerTree("network", create(keys).body())
                .layers().stream().map(l -> l.name()).toList();
    }
}
