package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private static Outcome advice(String... more) {
        List<String> args = new java.util.ArrayList<>();
        args.addAll(List.of("layers", "../configs/classification.yaml", "--advise"));
        args.addAll(List.of(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    @Test
    void layersAreRankedByHowFaithfulTheirMapsAre(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("advice");
        Outcome outcome =
                advice("--layers", "layer3,fc,layer1", "--pictures", "1", "--out", out.toString());
        assertThat(outcome.status()).isZero();
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines.get(0)).startsWith("layer").contains("gap", "drop", "ms a map");
        assertThat(lines.get(2)).startsWith("layer3").contains("16x16");
        assertThat(lines.get(3)).startsWith("layer1").contains("32x32");
        assertThat(lines.get(4)).startsWith("fc").contains("-");
        assertThat(outcome.out()).contains("fc: ", "which has no places left", "best: layer3");
        assertThat(Files.readString(out.resolve("layers.json")))
                .contains("\"rank\" : 1", "\"layer\" : \"layer3\"", "\"gap\"");
        assertThat(ImageIO.read(out.resolve("layers-01.png").toFile()).getWidth())
                .isGreaterThan(500);
        advice("--out", out.toString()).assertRefused("--overwrite");
    }

    @Test
    void whatDoesNotFitAdviceIsRefused() {
        layers("tiny-resnet/traced.pt", "--advise").assertRefused("--advise needs a config");
        layers("tiny-resnet/traced.pt", "--out", "x").assertRefused("go with --advise alone");
        advice("--pictures", "0").assertRefused("--pictures must be at least 1, found 0");
        advice("--set", "explain.methods=[gradient]").assertRefused("explain.methods");
        Outcome none = advice("--layers", "layer33");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err())
                .startsWith("trying layer33")
                .contains("wherefore: no layer gives a map: layer33: ", "did you mean 'layer3'");
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
