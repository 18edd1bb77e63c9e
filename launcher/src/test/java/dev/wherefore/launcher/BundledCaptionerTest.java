package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled captioner is as good as its card says, on scenes that it was not trained with. */
class BundledCaptionerTest {

    private static final Path CONFIGS = Reference.root().resolve("configs");
    private static final Path ASSETS = Reference.root().resolve("assets/street-captions");

    @TempDir private Path folder;

    private Evaluated evaluate(String config, String... settings) throws IOException {
        return Evaluated.by(
                CONFIGS.resolve("evaluate").resolve(config), folder.resolve("out"), settings);
    }

    @Test
    void itsCaptionsAreTrueAndSaySomething() throws IOException {
        Evaluated result =
                evaluate("street-captions.yaml", "explain.methods=layer-cam", "failures=0");
        assertThat(result.scenes()).isEqualTo(500);
        assertThat(result.quality("statements that are true")).isBetween(0.95, 1.0);
        assertThat(result.quality("captions that are wholly true")).isBetween(0.8, 1.0);
        assertThat(result.quality("statements a caption")).isBetween(3.0, 7.0);
        assertThat(result.quality("BLEU-4")).isBetween(0.2, 1.0);
        assertThat(result.quality("CIDEr")).isBetween(0.5, 10.0);
        for (String label : new String[] {"object word", "colour word"}) {
            double centre = result.of(label, "centre", "pointing-game");
            assertThat(result.of(label, "layer-cam", "pointing-game"))
                    .as(label)
                    .isBetween(Math.max(0.7, 2 * centre), 1.0);
        }
        assertThat(result.of("phrase", "layer-cam", "inside-outside"))
                .isGreaterThan(2 * result.of("phrase", "centre", "inside-outside"));
    }

    @Test
    void theMapsOfItsWordsAreMeasuredOverCocosFiles() throws IOException {
        Evaluated result = evaluate("coco-captions.yaml", "failures=0");
        assertThat(result.scenes()).isEqualTo(24);
        // so few scenes leave room for chance
        assertThat(result.of("object word", "layer-cam", "pointing-game")).isBetween(0.5, 1.0);
        assertThat(result.of("phrase", "guided-grad-cam", "inside-outside")).isGreaterThan(3);
    }

    @Test
    void trueCaptionsCanBeExplainedInPlaceOfItsOwn() throws IOException {
        Evaluated result =
                evaluate(
                        "street-captions.yaml",
                        "scenes.count=40",
                        "captions=true",
                        "explain.methods=layer-cam",
                        "failures=0");
        assertThat(result.of("object word", "layer-cam", "pointing-game")).isBetween(0.5, 1.0);
    }

    @Test
    void theRunOfTheReadmeExplainsEveryWord() throws IOException {
        Path out = folder.resolve("run");
        Outcome outcome =
                Outcome.of(
                        "run",
                        CONFIGS.resolve("captioning.yaml").toString(),
                        "--out",
                        out.toString());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode picture =
                new ObjectMapper()
                        .readTree(out.resolve("result.json").toFile())
                        .path("pictures")
                        .get(0);
        JsonNode caption = picture.path("details").path("caption");
        assertThat(caption.path("words")).hasSameSizeAs(picture.path("explanations"));
        assertThat(caption.path("sentence").asText()).startsWith("from the picture: ");
        assertThat(out.resolve("scene-000001/sheet-caption.png")).isNotEmptyFile();
    }

    @Test
    void isSmall() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(ASSETS)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isBetween(100_000L, 6_000_000L);
    }
}
