package dev.wherefore.core.network;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an image network gives is a layer like its own. */
class FeatureNetworkTest {

    private final Reference reference = Reference.of("tiny-resnet");
    private final FeatureNetwork network =
            new FeatureNetwork(
                    TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu()), "");
    private final NDManager scope = network.newScope();

    @AfterEach
    void close() {
        scope.close();
        network.close();
    }

    private Pass tapped(int rows, String... layers) {
        List<LayerRun> places = Arrays.stream(layers).map(LayerRun::parse).toList();
        return network.run(scope, Inputs.of(reference.input(scope)), PassRequest.tap(places, rows));
    }

    @Test
    void theOutputIsTappedInTheOrderThatIsWanted() {
        float[] expected = reference.floats("logits");
        Pass pass = tapped(1, FeatureNetwork.OUTPUT, "layer3");
        assertThat(pass.taps())
                .map(tap -> tap.place().layer())
                .containsExactly(FeatureNetwork.OUTPUT, "layer3");
        assertClose(pass.taps().get(0).activation().toFloatArray(), expected, 1e-4, "activation");
        assertClose(
                pass.outputs().get(FeatureNetwork.FEATURES).toFloatArray(),
                expected,
                1e-4,
                "features");
        assertThat(network.layers())
                .map(Layer::name)
                .contains("layer3")
                .endsWith(FeatureNetwork.OUTPUT);
        assertThat(network.shapes(scope, Inputs.of(reference.input(scope))))
                .last()
                .satisfies(s -> assertThat(s.layer()).isEqualTo(FeatureNetwork.OUTPUT));
    }

    @Test
    void rowsAreMadeAtTheOutputOrBeforeItOnce() {
        float[] plain = network.features(scope, reference.input(scope)).toFloatArray();
        int classes = plain.length / 2;
        for (String[] layers :
                new String[][] {
                    {FeatureNetwork.OUTPUT}, {"layer3"}, {"layer3", FeatureNetwork.OUTPUT}
                }) {
            NDArray given = tapped(3, layers).outputs().get(FeatureNetwork.FEATURES);
            assertThat(given.getShape().get(0)).isEqualTo(6);
            float[] rows = given.toFloatArray();
            for (int row = 0; row < 6; row++) {
                int picture = row / 3;
                assertClose(
                        Arrays.copyOfRange(rows, row * classes, row * classes + classes),
                        Arrays.copyOfRange(plain, picture * classes, picture * classes + classes),
                        1e-5,
                        "row " + row);
            }
        }
    }

    @Test
    void aMisspeltOutputIsNamed() {
        assertThatThrownBy(() -> tapped(1, "encoder-outptu"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the network has no layer 'encoder-outptu'; did you mean"
                                + " 'encoder-output'?");
    }
}
