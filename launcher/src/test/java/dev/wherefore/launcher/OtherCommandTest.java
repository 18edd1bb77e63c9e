package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherCommandTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "run, train/street-scenes.yaml, train",
        "run, evaluate/street-scenes.yaml, evaluate",
        "train, classification.yaml, run",
        "train, evaluate/street-scenes.yaml, evaluate",
        "evaluate, classification.yaml, run",
        "evaluate, train/street-scenes.yaml, train"
    })
    void aConfigGivenToTheWrongCommandIsToldWhichIsRight(String given, String file, String right) {
        Path config = Reference.root().resolve("configs").resolve(file);
        Outcome outcome = Outcome.of(given, config.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .contains("is a config for 'wherefore " + right + "', by its keys");
    }
}
