package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled network is as good as its card says, on scenes that it was not trained with. */
class BundledNetworkTest {

    private static final Path CONFIG =
            Reference.root().resolve("configs/evaluate/street-scenes.yaml");
    private static final Path WEIGHTS =
            Reference.root().resolve("assets/street-scenes/model.safetensors");

    @TempDir private Path folder;

    private JsonNode evaluate(String... settings) throws IOException {
        String[] args = new String[4 + 2 * settings.length];
        args[0] = "evaluate";
        args[1] = CONFIG.toString();
        args[2] = "--out";
        args[3] = folder.resolve("out").toString();
        for (int i = 0; i < settings.length; i++) {
            args[4 + 2 * i] = "--set";
            args[5 + 2 * i] = settings[i];
        }
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(folder.resolve("out/evaluation.json").toFile());
    }

    private static double pointing(JsonNode result, String method) {
        return mean(result, method, "pointing-game");
    }

    private static double mean(JsonNode result, String method, String metric) {
        for (String list : List.of("methods", "baselines")) {
            for (JsonNode found : result.path(list)) {
                if (found.path("name").asText().equals(method)) {
                    return found.path("metrics").path(metric).path("mean").asDouble();
                }
            }
        }
        throw new AssertionError(method + " was not measured");
    }

    @Test
    void tellsTheKindsAndItsMapsPointAtThemAsItsCardSays() throws IOException {
        JsonNode result = evaluate("explain.methods=grad-cam", "failures=0");
        assertThat(result.path("scenes").asInt()).isEqualTo(500);
        assertThat(precision(result)).isBetween(0.97, 1.0);
        assertThat(pointing(result, "grad-cam")).isBetween(0.85, 1.0);
        assertThat(pointing(result, "centre")).isBetween(0.0, 0.2);
        assertThat(pointing(result, "random")).isBetween(0.0, 0.1);
    }

    @Test
    void tellsTheKindsOfTheBundledScenesToo() throws IOException {
        Path scenes = Reference.root().resolve("test-data/scenes");
        JsonNode result =
                evaluate(
                        "scenes={folder: " + scenes + "}",
                        "explain.methods=grad-cam",
                        "failures=0");
        assertThat(result.path("scenes").asInt()).isEqualTo(24);
        assertThat(precision(result)).isBetween(0.97, 1.0);
        // so few scenes leave room for chance
        assertThat(pointing(result, "grad-cam")).isBetween(0.7, 1.0);
    }

    private static double precision(JsonNode result) {
        return result.path("network").path("meanAveragePrecision").asDouble();
    }

    @Test
    void guidedGradCamIsMeasuredByItsPixels() throws IOException {
        JsonNode result =
                evaluate(
                        "scenes.count=16",
                        "explain.methods=[grad-cam, guided-grad-cam]",
                        "failures=0");
        assertThat(mean(result, "guided-grad-cam", "energy-inside"))
                .isGreaterThan(mean(result, "grad-cam", "energy-inside") + 0.1);
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
