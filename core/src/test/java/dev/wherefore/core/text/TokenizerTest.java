package dev.wherefore.core.text;

import static dev.wherefore.core.text.TokenizerFixture.open;
import static dev.wherefore.core.text.TokenizerFixture.tokens;
import static dev.wherefore.core.text.TokenizerFixture.wordLevel;
import static dev.wherefore.core.text.TokenizerFixture.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    private static final String BUS = "\ud83d\ude8c";

    @TempDir Path folder;

    @Test
    void aTokenForEachWordIsFoundByWordLevel() throws IOException {
        try (Tokenizer tokenizer = read(wordLevel(folder, "a", "red", "bus", "café"))) {
            Text text = tokenizer.encode("A  Red café", UnknownWords.REFUSE);
            assertThat(text.ids()).containsExactly(4, 5, 7);
            assertThat(text.string()).isEqualTo("A  Red café");
            assertThat(tokens(text)).containsExactly("a=A", "red=Red", "café=café");
            assertThat(words(text)).containsExactly("A=0+1", "Red=1+1", "café=2+1");
            assertThat(text.words().get(1)).isEqualTo(new Word("Red", 3, 6, 1, 1));
        }
    }

    @Test
    void subWordsOfWordPieceMakeWordsWithNothingAddedCutOffOrFilledUp() {
        try (Tokenizer tokenizer = open("wordpiece.json")) {
            Text text = tokenizer.encode("The playing dog's cafés, bus", UnknownWords.REFUSE);
            assertThat(tokens(text))
                    .containsExactly(
                            "the=The",
                            "play=play",
                            "##ing=ing",
                            "dog=dog",
                            "'='",
                            "s=s",
                            "cafe=café",
                            "##s=s",
                            ",=,",
                            "bus=bus");
            assertThat(words(text))
                    .containsExactly(
                            "The=0+1", "playing=1+2", "dog's=3+3", "cafés=6+2", ",=8+1", "bus=9+1");
        }
    }

    @Test
    void theSpaceBeforeAWordBelongsToNoByteLevelToken() {
        try (Tokenizer tokenizer = open("byte-level.json")) {
            Text text = tokenizer.encode("a bus  café " + BUS + " bus,", UnknownWords.REFUSE);
            assertThat(tokens(text))
                    .containsExactly(
                            "a=a",
                            "Ġbus=bus",
                            "Ġ=",
                            "Ġ=",
                            "caf=caf",
                            "Ã©=é",
                            "Ġ=",
                            "ð=" + BUS,
                            "Ł=" + BUS,
                            "ļ=" + BUS,
                            "Į=" + BUS,
                            "Ġbus=bus",
                            ",=,");
            assertThat(words(text))
                    .containsExactly(
                            "a=0+1", "bus=1+1", "café=4+2", BUS + "=7+4", "bus=11+1", ",=12+1");
            assertThat(text.words().get(4).from()).isEqualTo(15);
        }
    }

    @Test
    void metaspaceAndByteFallbackGiveTheSameWords() {
        try (Tokenizer metaspace = open("metaspace.json");
                Tokenizer bytes = open("byte-fallback.json")) {
            Text text = metaspace.encode("a dog-bus café", UnknownWords.REFUSE);
            assertThat(tokens(text))
                    .containsExactly("▁a=a", "▁dog=dog", "-=-", "bu=bu", "s=s", "▁caf=caf", "é=é");
            assertThat(words(text)).containsExactly("a=0+1", "dog-bus=1+4", "café=5+2");
            Text fallback = bytes.encode(BUS + " bus é", UnknownWords.REFUSE);
            assertThat(tokens(fallback))
                    .containsExactly(
                            "▁=" + BUS,
                            "<0xF0>=" + BUS,
                            "<0x9F>=" + BUS,
                            "<0x9A>=" + BUS,
                            "<0x8C>=" + BUS,
                            "▁bus=bus",
                            "▁=",
                            "<0xC3>=é",
                            "<0xA9>=é");
            assertThat(words(fallback)).containsExactly(BUS + "=0+5", "bus=5+1", "é=7+2");
        }
    }

    @Test
    void unknownWordsAreRefusedByNameOrBecomeTheUnknownToken() throws IOException {
        Path file = wordLevel(folder, "a", "zebras", "bus");
        try (Tokenizer tokenizer = read(file)) {
            assertThatThrownBy(() -> tokenizer.encode("a zebra", UnknownWords.REFUSE))
                    .hasMessage(
                            "the tokenizer '%s' does not know the word 'zebra'; did you mean"
                                    + " 'zebras'?",
                            file);
            Text text = tokenizer.encode("a zebra " + BUS + " bus", UnknownWords.MAP);
            assertThat(text.ids()).containsExactly(4, 1, 1, 6);
            assertThat(words(text)).containsExactly("a=0+1", "zebra=1+1", BUS + "=2+1", "bus=3+1");
        }
    }

    @Test
    void aSubWordThatIsUnknownIsNamedByTheWholeWord() {
        try (Tokenizer tokenizer = open("metaspace.json")) {
            assertThatThrownBy(() -> tokenizer.encode("a dogé busx", UnknownWords.REFUSE))
                    .hasMessageContaining("does not know the word 'busx'; did you mean 'bus'");
        }
    }

    @Test
    void withoutATokenForTheUnknownNoWordIsReplaced() throws IOException {
        Path file = wordLevel(folder, "a", "zebras");
        TokenizerFixture.replace(file, "\"unk_token\" : \"[UNK]\"", "\"unk_token\" : \"[none]\"");
        try (Tokenizer tokenizer = read(file)) {
            for (UnknownWords unknown : UnknownWords.values()) {
                assertThatThrownBy(() -> tokenizer.encode("a zebra", unknown))
                        .hasMessage(
                                "the tokenizer '%s' does not know the word 'zebra', and has no"
                                        + " token in place of it; did you mean 'zebras'?",
                                file);
            }
        }
    }

    @Test
    void aWordOfWhichTheTokenizerMakesNothingIsRefused() {
        try (Tokenizer tokenizer = open("wordpiece.json")) {
            assertThatThrownBy(() -> tokenizer.encode("a \u200b bus", UnknownWords.MAP))
                    .hasMessageContaining("and has no token in place of it");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\u2003"})
    void aTextMustHaveAWord(String text) {
        try (Tokenizer tokenizer = open("wordpiece.json")) {
            assertThatThrownBy(() -> tokenizer.encode(text, UnknownWords.MAP))
                    .hasMessage("a text must have a word, found '" + text + "'");
        }
    }

    @Test
    void theTokensAroundTextsMustNotBeInThem() {
        try (Tokenizer tokenizer = open("wordpiece.json")) {
            assertThatThrownBy(() -> tokenizer.encode("a [SEP] bus", UnknownWords.REFUSE))
                    .hasMessageContaining("the text 'a [SEP] bus' must not have '[SEP]' in it");
        }
    }

    @Test
    void halfASurrogatePairMovesNothing() throws IOException {
        try (Tokenizer tokenizer = read(wordLevel(folder, "a", "bus"))) {
            Text text = tokenizer.encode("a \ud83d bus", UnknownWords.MAP);
            assertThat(words(text)).containsExactly("a=0+1", "\ud83d=1+1", "bus=2+1");
        }
    }

    @Test
    void tokensAreFoundByNumberAndByText() {
        try (Tokenizer tokenizer = open("metaspace.json")) {
            assertThat(tokenizer.vocabularySize()).isEqualTo(17);
            assertThat(tokenizer.piece(5)).contains("▁bus");
            assertThat(tokenizer.piece(17)).isEmpty();
            assertThat(tokenizer.id("▁bus")).hasValue(5);
            assertThat(tokenizer.id("bus")).isEmpty();
        }
    }

    @Test
    void severalThreadsMayUseOne() throws IOException {
        try (Tokenizer tokenizer = read(wordLevel(folder, "a", "red", "bus"))) {
            List<int[]> expected = List.of(new int[] {4, 6}, new int[] {4, 5, 6});
            IntStream.range(0, 400)
                    .parallel()
                    .forEach(
                            i -> {
                                String text = i % 2 == 0 ? "a bus" : "a red bus";
                                int[] ids = tokenizer.encode(text, UnknownWords.REFUSE).ids();
                                assertThat(ids).containsExactly(expected.get(i % 2));
                                assertThat(tokenizer.decode(ids).string()).isEqualTo(text);
                            });
        }
    }

    @Test
    void whatIsClosedIsNotUsed() throws IOException {
        Tokenizer tokenizer = read(wordLevel(folder, "a"));
        tokenizer.close();
        tokenizer.close();
        assertThatThrownBy(() -> tokenizer.encode("a", UnknownWords.REFUSE))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tokenizer.decode(new int[] {4}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTokenizerOfARealCaptionerIsRead() {
        try (Tokenizer tokenizer = read(Reference.real("caption").resolve("tokenizer.json"))) {
            assertThat(tokenizer.vocabularySize()).isEqualTo(21);
            assertThat(tokenizer.specials().begin()).isEqualTo(2);
            assertThat(tokenizer.encode("a red circle left of", UnknownWords.REFUSE).ids())
                    .containsExactly(4, 7, 13, 16, 18);
        }
    }

    private static Tokenizer read(Path file) {
        return Tokenizer.read(file, SpecialTokens.usual());
    }
}
