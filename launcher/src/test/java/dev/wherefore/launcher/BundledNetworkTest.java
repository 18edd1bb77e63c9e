package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled network is as good as its card says, on scenes that it was not trained with. */
class BundledNetworkTest {

    private static final Path CONFIG =
            Reference.root().resolve("configs/evaluate/street-scenes.yaml");
    private static final Path WEIGHTS =
            Reference.root().resolve("assets/street-scenes/model.safetensors");

    @TempDir private Path folder;

    private Evaluated evaluate(String... settings) throws IOException {
        return Evaluated.by(CONFIG, folder.resolve("out"), settings);
    }

    @Test
    void tellsTheKindsAndItsMapsPointAtThemAsItsCardSays() throws IOException {
        Evaluated result = evaluate("explain.methods=grad-cam", "failures=0");
        assertThat(result.scenes()).isEqualTo(500);
        assertThat(result.precision()).isBetween(0.97, 1.0);
        assertThat(result.pointing("grad-cam")).isBetween(0.85, 1.0);
        assertThat(result.pointing("centre")).isBetween(0.0, 0.2);
        assertThat(result.pointing("random")).isBetween(0.0, 0.1);
    }

    @Test
    void tellsTheKindsOfTheBundledScenesToo() throws IOException {
        Path scenes = Reference.root().resolve("test-data/scenes");
        Evaluated result =
                evaluate(
                        "scenes={folder: " + scenes + "}",
                        "explain.methods=grad-cam",
                        "failures=0");
        assertThat(result.scenes()).isEqualTo(24);
        assertThat(result.precision()).isBetween(0.97, 1.0);
        // so few scenes leave room for chance
        assertThat(result.pointing("grad-cam")).isBetween(0.7, 1.0);
    }

    @Test
    void guidedGradCamIsMeasuredByItsPixels() throws IOException {
        Evaluated result =
                evaluate(
                        "scenes.count=16",
                        "explain.methods=[grad-cam, guided-grad-cam]",
                        "failures=0");
        assertThat(result.mean("guided-grad-cam", "energy-inside"))
                .isGreaterThan(result.mean("grad-cam", "energy-inside") + 0.1);
    }

    @Test
    void isSmall() throws IOException {
        assertThat(Files.size(WEIGHTS)).isBetween(100_000L, 5_000_000L);
        Outcome layers = Outcome.of("layers", WEIGHTS.toString(), "--size", "128");
        assertThat(layers.status()).as(layers.err()).isZero();
        assertThat(layers.out())
                .contains("taken where none is named: layer3")
                .containsPattern("> layer3 +Sequential +\\(1, 88, 16, 16\\)");
    }
}
