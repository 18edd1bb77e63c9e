package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment from the command line: what is printed, written and refused. */
class DiagnoseCommandTest {

    @TempDir Path folder;

    private Outcome diagnose(String name, String... settings) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "diagnose",
                                Reference.root()
                                        .resolve("configs/experiments/" + name + ".yaml")
                                        .toString(),
                                "--out",
                                folder.resolve("out").toString()));
        for (String setting : settings) {
            args.addAll(List.of("--set", setting));
        }
        return Outcome.of(args.toArray(String[]::new));
    }

    private JsonNode numbers(String name, String... settings) throws IOException {
        Outcome outcome = diagnose(name, settings);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(folder.resolve("out/page.md")).isNotEmptyFile();
        JsonNode result =
                new ObjectMapper().readTree(folder.resolve("out/diagnosis.json").toFile());
        return result.path("numbers");
    }

    @Test
    void theFirstFigureShowsTheFirstSceneWithBothKinds() throws IOException {
        JsonNode numbers = numbers("figure-1");
        assertThat(numbers.path("dog/grad-cam/pointing-game").asDouble()).isEqualTo(1);
        assertThat(numbers.path("cat/grad-cam/pointing-game").asDouble()).isEqualTo(1);
        assertThat(folder.resolve("out/page.md")).content().contains("Scene 1, ");
        assertThat(folder.resolve("out/figure.png")).isNotEmptyFile();
    }

    @Test
    void whatDoesNotFitIsSaidAtItsKeyAndNothingIsWritten() {
        diagnose("figure-1", "kinds=[cat,umbrela]")
                .assertRefused(
                        "kinds.1: the network knows no kind 'umbrela'; did you mean 'umbrella'?");
        diagnose("figure-1", "kinds=[cat,dog]", "scenes.count=1")
                .assertRefused("scenes: none of the 1 scenes shows both a cat and a dog");
        diagnose("failures", "diagnosis=failure").assertRefused("did you mean 'failures' or");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
