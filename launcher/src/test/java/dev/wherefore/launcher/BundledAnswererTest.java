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

/** The bundled VQA network is as good as its card says, on scenes that it was not trained with. */
class BundledAnswererTest {

    private static final Path CONFIGS = Reference.root().resolve("configs");
    private static final Path ASSETS = Reference.root().resolve("assets/street-questions");

    @TempDir private Path folder;

    private Evaluated evaluate(String config, String... settings) throws IOException {
        return Evaluated.by(
                CONFIGS.resolve("evaluate").resolve(config), folder.resolve("out"), settings);
    }

    @Test
    void itsAnswersComeFromThePictureAndItsMapsPointAtWhatDecidesThem() throws IOException {
        Evaluated result =
                evaluate(
                        "street-questions.yaml",
                        "explain.methods=grad-cam",
                        "failures=0",
                        "occlusion.pictures=4");
        assertThat(result.scenes()).isEqualTo(500);
        double accuracy = result.quality("accuracy");
        assertThat(accuracy).isBetween(0.95, 1.0);
        assertThat(accuracy - result.quality("accuracy without the picture")).isGreaterThan(0.15);
        for (String type :
                new String[] {
                    "existence", "count", "colour", "neighbour", "kind", "relation", "place"
                }) {
            double right = result.quality(type + ": accuracy");
            assertThat(right).as(type).isBetween(0.9, 1.0);
            assertThat(right - result.quality(type + ": accuracy without the picture"))
                    .as(type)
                    .isGreaterThan(0.15);
        }
        for (String type :
                new String[] {"colour", "kind", "neighbour", "existence", "count", "relation"}) {
            double centre = result.of(type, "centre", "pointing-game");
            assertThat(result.of(type, "grad-cam", "pointing-game"))
                    .as(type)
                    .isBetween(Math.max(0.9, 2 * centre), 1.0);
        }
        assertThat(result.quality("rank correlation with occlusion: grad-cam"))
                .isBetween(0.02, 1.0);
    }

    @Test
    void theRunOfTheReadmeAnswersAndExplains() throws IOException {
        Path out = folder.resolve("run");
        Outcome outcome =
                Outcome.of("run", CONFIGS.resolve("vqa.yaml").toString(), "--out", out.toString());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode picture =
                new ObjectMapper()
                        .readTree(out.resolve("result.json").toFile())
                        .path("pictures")
                        .get(0);
        JsonNode question = picture.path("details").path("questions").get(0);
        assertThat(question.path("answer").asText()).isEqualTo("purple");
        assertThat(question.path("sentence").asText())
                .endsWith("the answer comes from the picture");
        assertThat(question.path("words").get(1).path("word").asText()).isEqualTo("colour");
        assertThat(out.resolve("scene-000001/sheet-question-1.png")).isNotEmptyFile();
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
