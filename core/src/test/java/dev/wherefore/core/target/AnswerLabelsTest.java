package dev.wherefore.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with answers is said of answers, not of classes. */
class AnswerLabelsTest {

    @TempDir Path folder;

    private Labels answers(String text) throws IOException {
        return Labels.read(
                Files.writeString(folder.resolve("answers.txt"), text), Labels.Sort.ANSWER);
    }

    @Test
    void answersAreNamedAndCounted() throws IOException {
        Labels answers = answers("yes\nno\n\n2\n");
        assertThat(answers.name(2)).isEqualTo("answer 2");
        assertThat(answers.find("2")).isEqualTo(3);
        assertThat(answers.find("NO")).isEqualTo(1);
        assertThatThrownBy(() -> answers.find("yess"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "there is no answer 'yess' in %s; did you mean 'yes'?"
                                .formatted(folder.resolve("answers.txt")));
        assertThatThrownBy(() -> answers.checkCount(3))
                .hasMessage(
                        ("%s has 4 answers, but the network gives 3 answers; one answer a line, in"
                                        + " the order of the network's output, is expected")
                                .formatted(folder.resolve("answers.txt")));
        assertThatThrownBy(() -> answers("\n"))
                .hasMessageEndingWith(" holds no answers; one answer a line is expected");
    }
}
