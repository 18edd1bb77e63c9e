package dev.wherefore.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that nothing begins or ends need no tokens for it. */
class UnframedTokenizerTest {

    @TempDir Path folder;

    @Test
    void tokensThatBeginAndEndTextsNeedNotBeThere() throws IOException {
        Path file = TokenizerFixture.wordLevel(folder, "what", "is", "it", "?");
        TokenizerFixture.replace(file, "[BOS]", "[one]");
        TokenizerFixture.replace(file, "[EOS]", "[two]");
        assertThatThrownBy(() -> Tokenizer.read(file, SpecialTokens.usual()))
                .isInstanceOf(UserError.class);
        try (Tokenizer tokenizer = Tokenizer.readUnframed(file, SpecialTokens.usual())) {
            assertThat(tokenizer.encode("What is it?", UnknownWords.REFUSE).ids())
                    .containsExactly(4, 5, 6, 7);
            assertThat(tokenizer.specials().begin()).isEqualTo(SpecialIds.NONE);
            assertThat(tokenizer.specials().end()).isEqualTo(SpecialIds.NONE);
            assertThat(tokenizer.specials().pad()).hasValue(0);
            assertThatThrownBy(() -> tokenizer.encode("what iss", UnknownWords.REFUSE))
                    .hasMessageEndingWith("does not know the word 'iss'; did you mean 'is'?");
        }
    }

    @Test
    void aTokenThatIsNamedMustBeThere() throws IOException {
        Path file = TokenizerFixture.wordLevel(folder, "what");
        SpecialTokens named =
                new SpecialTokens(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("[PADD]"),
                        Optional.empty());
        assertThatThrownBy(() -> Tokenizer.readUnframed(file, named).close())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did you mean '[PAD]'");
    }
}
