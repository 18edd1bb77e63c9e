package dev.wherefore.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layer chosen by default is the one that the literature takes. */
class LayerChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "tiny-resnet/traced.pt, layer3, 10",
        "tiny-resnet/scripted.pt, layer3, 10",
        "tiny-vgg/traced.pt, features.10, 10",
        "tiny-vgg/scripted.pt, features.10, 10",
        "tiny-vit/traced.pt, blocks.2.norm1, 10",
        "tiny-vit/scripted.pt, blocks.2.norm1, 10",
    })
    void isTheLastWithFeaturesAndPlaces(String file, String layer, long outputs) {
        assertThat(choose(Reference.file(file), 96, outputs).layer()).isEqualTo(layer);
    }

    @ParameterizedTest
    @CsvSource({
        "mobilenet_v2_100_224/mobilenet_v2_100_224_traced.pt, features.18, 224, 1000",
        "mobilenet_v2_100_224/mobilenet_v2_100_224_scripted.pt, features.18, 224, 1000",
        "squeezenet1_0/squeezenet1_0_traced.pt, features.12, 224, 1000",
        "squeezenet1_0/squeezenet1_0_scripted.pt, features.12, 224, 1000",
        "cifar10_resnet20/resnet20_traced.pt, layer3, 32, 10",
        "cifar10_resnet20/resnet20_scripted.pt, layer3, 32, 10",
    })
    void isWhatThePublishedMapsWereMadeAt(String file, String layer, int size, long outputs) {
        assertThat(choose(Reference.real(file), size, outputs).layer()).isEqualTo(layer);
    }

    private static LayerChoice choose(Path file, int size, long outputs) {
        try (TorchScriptNetwork network = TorchScriptNetwork.load(file, Device.cpu());
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(scope.zeros(new Shape(1, 3, size, size)));
            List<LayerShape> shapes = network.shapes(scope, inputs);
            return LayerChoice.of(network, shapes, outputs);
        }
    }
}
