package dev.wherefore.vqa.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.text.SpecialTokens;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.WordLevelFile;
import dev.wherefore.vqa.config.SayingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaidAnswersTest {

    @TempDir Path folder;

    private SaidAnswers said(String answers, String begin) throws IOException {
        Path words = folder.resolve("tokenizer.json");
        Files.writeString(words, WordLevelFile.json(List.of("red", "bus", "two")));
        Path lines = Files.writeString(folder.resolve("answers.txt"), answers);
        try (Tokenizer tokenizer = Tokenizer.readUnframed(words, SpecialTokens.usual())) {
            Optional<String> named = Optional.of(begin).filter(b -> !b.isEmpty());
            return SaidAnswers.of(
                    tokenizer,
                    new SayingConfig(named, Optional.empty()),
                    Labels.read(lines, Labels.Sort.ANSWER));
        }
    }

    @Test
    void anAnswerBeginsAndEndsByTheUsualTokens() throws IOException {
        SaidAnswers said = said("red bus\ntwo\n", "");
        assertThat(said.begin()).isEqualTo(2);
        assertThat(said.end()).isEqualTo(3);
        assertThat(said.given(0)).containsExactly(2, 4, 5);
        assertThat(said.wanted(0)).containsExactly(4, 5, 3);
        assertThat(said.given(1)).containsExactly(2, 6);
        assertThat(said.wanted(1)).containsExactly(6, 3);
    }

    @Test
    void aTokenIsNamedByItsTextOrItsNumber() throws IOException {
        assertThat(said("two\n", "[PAD]").begin()).isZero();
        assertThat(said("two\n", "6").begin()).isEqualTo(6);
        assertThatThrownBy(() -> said("two\n", "[BOSS]"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the tokenizer has no token '[BOSS]', which was named as 'begin'; did you"
                                + " mean '[BOS]' or '[EOS]'?");
        assertThatThrownBy(() -> said("two\n", "99")).hasMessageContaining("has no token '99'");
    }

    @Test
    void anAnswerThatCannotBeSaidIsRefused() {
        assertThatThrownBy(() -> said("twoo\n", ""))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("does not know the word 'twoo'; did you mean 'two'?");
    }
}
