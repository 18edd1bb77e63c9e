package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of layers, and the list of methods. */
class LayersCommandTest {

    private static Outcome layers(String network, String... more) {
        List<String> args = new java.util.ArrayList<>();
        args.addAll(List.of("layers", Reference.file(network).toString()));
        args.addAll(List.of(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    @Test
    void aTreeOfLayersWithShapesAndMarks() {
        Outcome outcome = layers("tiny-resnet/traced.pt", "--size", "96");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        List<String> lines = outcome.out().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertThat(lines)
                .startsWith("* conv1 Conv2d (1, 8, 48, 48)")
                .contains(
                        "* layer1.0.relu ReLU (1, 8, 24, 24) 2 runs",
                        "> layer3 Sequential (1, 32, 6, 6)",
                        " fc Linear (1, 10)")
                .endsWith(
                        "",
                        "taken where none is named: layer3, the last layer that still has the 6x6"
                                + " places of the last convolution, layer3.1.conv2");
        assertThat(lines.stream().filter(line -> line.startsWith(">"))).hasSize(1);
        assertThat(outcome.out()).contains("\n*     layer1.0.conv1 ");
    }

    @Test
    void aTransformersLayersGiveTokens() {
        Outcome outcome = layers("tiny-vit/traced.pt", "--size", "96,96");
        assertThat(outcome.out()).contains("taken where none is named: blocks.2.norm1");
    }

    @Test
    void aFrozenNetworkHasNoLayers() {
        layers("archives-2.x/tiny-resnet.frozen.pt").assertRefused("it is frozen");
    }

    @Test
    void anotherSizeThanTheNetworksIsRefusedWithAHint() {
        Outcome outcome = layers("tiny-vit/traced.pt", "--size", "64").assertRefused("--size");
        assertThat(outcome.err()).hasLineCount(1).contains("(1, 3, 64, 64)");
        layers("tiny-vit/traced.pt", "--size", "1,2,3").assertRefused("--size must be");
        layers("tiny-vit/traced.pt", "--size", "big").assertRefused("--size");
        layers("tiny-resnet/traced.pt", "--size", "96", "--channels", "1")
                .assertRefused("--channels");
        layers("tiny-resnet/traced.pt", "--channels", "0").assertRefused("--channels must be");
    }

    @Test
    void aMethodThatIsNotThereIsRefused() {
        layers("tiny-resnet/traced.pt", "--method", "classify").assertRefused("classify");
    }

    @Test
    void methodsAreListedAndTold() {
        Outcome all = Outcome.of("methods");
        assertThat(all.status()).isZero();
        assertThat(all.out().lines().map(line -> line.split(" ")[0]))
                .contains("grad-cam", "grad-cam++", "layer-cam", "guided-grad-cam", "gradient")
                .doesNotHaveDuplicates();
        Outcome one = Outcome.of("methods", "grad-cam");
        assertThat(one.status()).isZero();
        assertThat(one.out())
                .startsWith("Grad-CAM (grad-cam)")
                .contains("raw map", "needs", "cost", "good for", "mind", "source");
        Outcome.of("methods", "grd-cam").assertRefused("did you mean 'grad-cam'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "layers", "methods", "doctor", "schema", "scenes", "completion"})
    void everyCommandHasHelpWithAnExample(String command) {
        Outcome outcome = Outcome.of(command, "--help");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("Usage: wherefore " + command, "Example", "  wherefore " + command);
    }
}
