package dev.wherefore.core.text;

import static dev.wherefore.core.text.TokenizerFixture.named;
import static dev.wherefore.core.text.TokenizerFixture.open;
import static dev.wherefore.core.text.TokenizerFixture.path;
import static dev.wherefore.core.text.TokenizerFixture.wordLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "wordpiece.json, 2, 3, 0, 1",
        "metaspace.json, 1, 2, -1, 0",
        "byte-level.json, 0, 0, -1, -1"
    })
    void theUsualNamesAreFound(String name, int begin, int end, int pad, int unknown) {
        try (Tokenizer tokenizer = open(name)) {
            assertThat(tokenizer.specials())
                    .isEqualTo(new SpecialIds(begin, end, optional(pad), optional(unknown)));
        }
    }

    private static OptionalInt optional(int id) {
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Test
    void tokensAreNamedByTheirTextOrTheirNumber() throws IOException {
        Path file = wordLevel(folder, "a", "7", "bus");
        SpecialTokens special =
                new SpecialTokens(
                        Optional.of("bus"), Optional.of("7"), Optional.of("4"), Optional.of("1"));
        try (Tokenizer tokenizer = Tokenizer.read(file, special)) {
            assertThat(tokenizer.specials())
                    .isEqualTo(new SpecialIds(6, 5, OptionalInt.of(4), OptionalInt.of(1)));
        }
    }

    @Test
    void aMisspeltTokenIsRefusedWithNearMatches() {
        assertThatThrownBy(() -> Tokenizer.read(path("wordpiece.json"), named("[CSL]", "[SEP]")))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the tokenizer '%s' has no token '[CSL]', which was named as 'begin'; did"
                                + " you mean '[CLS]'?",
                        path("wordpiece.json"));
        assertThatThrownBy(() -> Tokenizer.read(path("wordpiece.json"), named("[CLS]", "18")))
                .hasMessageEndingWith(
                        "has no token number 18, which was named as 'end'; its numbers go from 0 to"
                                + " 17");
        assertThatThrownBy(
                        () -> Tokenizer.read(path("wordpiece.json"), named("[CLS]", "99999999999")))
                .hasMessageContaining("has no token '99999999999'");
    }

    @Test
    void whatTheModelWritesForTheUnknownCannotBeNamedOtherwise() {
        SpecialTokens special =
                new SpecialTokens(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("bus"));
        assertThatThrownBy(() -> Tokenizer.read(path("wordpiece.json"), special))
                .hasMessageEndingWith(
                        "has '[UNK]' for the unknown, and 'bus' was named as 'unknown'");
    }

    @Test
    void withoutATokenThatBeginsOrEndsCaptionsItIsSaidHowToNameOne() throws IOException {
        Path file = wordLevel(folder, "a");
        TokenizerFixture.replace(file, "[EOS]", "[STOP]");
        assertThatThrownBy(() -> Tokenizer.read(file, SpecialTokens.usual()))
                .hasMessage(
                        "the tokenizer '%s' has none of the usual tokens by which a caption ends"
                                + " ([EOS] </s> <eos> <end> [SEP] <|endoftext|>); name its own as"
                                + " 'end', by its text or its number",
                        file);
        TokenizerFixture.replace(file, "[BOS]", "[GO]");
        assertThatThrownBy(() -> Tokenizer.read(file, SpecialTokens.usual()))
                .hasMessageContaining("by which a caption begins ([BOS] <s> <bos>");
        Tokenizer.read(file, named("[GO]", "3")).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<!DOCTYPE html>| Unexpected character ('<' (code 60))",
                "{'a': 1}| it has no model with a vocabulary",
                "{'model': {'type': 'WordLevel'}}| it has no model with a vocabulary",
                "[1, 2]| it has no model with a vocabulary",
                "{'model': {'type': 'WordLevel', 'vocab': {'<s>': 0, '</s>': 1}}}| missing field",
                "{'model': {'vocab': {'<s>': 0| Unexpected end-of-input"
            })
    void whatIsNoTokenizerIsRefusedInOneSentence(String content, String reason) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, content.replace('\'', '"'));
        assertThatThrownBy(() -> Tokenizer.read(file, SpecialTokens.usual()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "'%s' is damaged, or not a tokenizer.json as Hugging Face's tokenizers"
                                + " write it: ",
                        file)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        Path file = folder.resolve("tokenizer.json");
        assertThatThrownBy(() -> Tokenizer.read(file, SpecialTokens.usual()))
                .isInstanceOf(UserError.class)
                .hasMessage("cannot read the tokenizer '%s': no such file", file);
    }

    @Test
    void whatATrainingWritesIsReadBack() throws IOException {
        Path file = wordLevel(folder, "a", "blue", "cafés", ",");
        try (Tokenizer tokenizer = Tokenizer.read(file, SpecialTokens.usual())) {
            assertThat(tokenizer.specials())
                    .isEqualTo(new SpecialIds(2, 3, OptionalInt.of(0), OptionalInt.of(1)));
            assertThat(tokenizer.vocabularySize()).isEqualTo(8);
            assertThat(tokenizer.encode("a BLUE, Cafés", UnknownWords.REFUSE).ids())
                    .containsExactly(4, 5, 7, 6);
        }
    }

    @ParameterizedTest
    @CsvSource({"Bus", "two words", "dog's", "''"})
    void aWordThatCouldNeverBeFoundIsNotWritten(String word) {
        assertThatThrownBy(() -> WordLevelFile.json(List.of("a", word)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found '" + word + "'");
    }

    @Test
    void aWordIsNotWrittenTwice() {
        assertThatThrownBy(() -> WordLevelFile.json(List.of("a", "a")))
                .hasMessage("the word 'a' is there twice");
    }
}
