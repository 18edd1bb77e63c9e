package dev.wherefore.core.text;

import static dev.wherefore.core.text.TokenizerFixture.open;
import static dev.wherefore.core.text.TokenizerFixture.tokens;
import static dev.wherefore.core.text.TokenizerFixture.wordLevel;
import static dev.wherefore.core.text.TokenizerFixture.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    private static final String BUS = "\ud83d\ude8c";

    @TempDir Path folder;

    @Test
    void wordLevelTokensAreJoinedBySpaces() throws IOException {
        try (Tokenizer tokenizer =
                Tokenizer.read(wordLevel(folder, "a", "bus"), SpecialTokens.usual())) {
            Text text = tokenizer.decode(new int[] {4, 5});
            assertThat(text.string()).isEqualTo("a bus");
            assertThat(words(text)).containsExactly("a=0+1", "bus=1+1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wordpiece.json", "byte-level.json", "metaspace.json", "byte-fallback.json"})
    void whatWasReadIsDecodedToTheSameTokensAndWords(String name) {
        try (Tokenizer tokenizer = open(name)) {
            Text read = tokenizer.encode("a bus a bus", UnknownWords.REFUSE);
            assertThat(tokenizer.decode(read.ids())).isEqualTo(read);
        }
    }

    @Test
    void specialTokensStandForNoCharactersAndKeepTheirPlaces() {
        try (Tokenizer tokenizer = open("wordpiece.json")) {
            Text text = tokenizer.decode(new int[] {2, 8, 9, 0, 7, 1, 3});
            assertThat(text.string()).isEqualTo("playing bus");
            assertThat(tokens(text))
                    .containsExactly(
                            "[CLS]=",
                            "play=play",
                            "##ing=ing",
                            "[PAD]=",
                            "bus=bus",
                            "[UNK]=",
                            "[SEP]=");
            assertThat(words(text)).containsExactly("playing=1+2", "bus=4+1");
            assertThat(text.tokens().get(3)).isEqualTo(new Token(0, "[PAD]", 7, 7));
        }
    }

    @Test
    void tokensThatATextWouldNotBeSplitIntoAreFoundByDecodingEverMore() {
        try (Tokenizer tokenizer = open("byte-level.json")) {
            // "b", "u", "s" one by one, where "Ġbus" would be read; a space at either end
            int[] ids = {221, 66, 85, 83, 221, 67, 65, 70, 0, 0, 221};
            ids[8] = tokenizer.id("Ã").orElseThrow();
            ids[9] = tokenizer.id("©").orElseThrow();
            Text text = tokenizer.decode(ids);
            assertThat(text.string()).isEqualTo("bus café");
            assertThat(tokens(text))
                    .containsExactly(
                            "Ġ=", "b=b", "u=u", "s=s", "Ġ=", "c=c", "a=a", "f=f", "Ã=é", "©=é",
                            "Ġ=");
            assertThat(words(text)).containsExactly("bus=1+3", "café=5+5");
        }
    }

    @Test
    void aCharacterOfSeveralTokensBelongsToAllOfThem() {
        try (Tokenizer tokenizer = open("byte-fallback.json")) {
            int[] read = tokenizer.encode(BUS + " bus", UnknownWords.REFUSE).ids();
            int[] ids = {read[1], read[2], read[3], read[4], tokenizer.id("s").orElseThrow()};
            Text text = tokenizer.decode(ids);
            assertThat(text.string()).isEqualTo(BUS + "s");
            assertThat(tokens(text))
                    .containsExactly(
                            "<0xF0>=" + BUS,
                            "<0x9F>=" + BUS,
                            "<0x9A>=" + BUS,
                            "<0x8C>=" + BUS,
                            "s=s");
            assertThat(words(text)).containsExactly(BUS + "=0+4", "s=4+1");
        }
    }

    @Test
    void aCharacterThatIsNeverFinishedIsAMark() {
        try (Tokenizer tokenizer = open("byte-level.json")) {
            int[] ids = {tokenizer.id("a").orElseThrow(), tokenizer.id("Ã").orElseThrow()};
            assertThat(tokens(tokenizer.decode(ids))).containsExactly("a=a", "Ã=\ufffd");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wordpiece.json", "byte-level.json", "metaspace.json", "byte-fallback.json"})
    void whateverANetworkMakesATokenBelongsToOneWordAtMost(String name) {
        SplittableRandom random = new SplittableRandom(1);
        try (Tokenizer tokenizer = open(name)) {
            for (int i = 0; i < 200; i++) {
                int[] ids = random.ints(1 + i % 12, 0, tokenizer.vocabularySize()).toArray();
                Text text = tokenizer.decode(ids);
                assertThat(text.ids()).containsExactly(ids);
                int free = 0;
                for (Word word : text.words()) {
                    assertThat(word.tokens()).isPositive();
                    assertThat(word.firstToken()).isGreaterThanOrEqualTo(free);
                    assertThat(text.string().substring(word.from(), word.to()))
                            .isEqualTo(word.surface());
                    free = word.endToken();
                }
                assertThat(free).isLessThanOrEqualTo(ids.length);
            }
        }
    }

    @Test
    void nothingIsNoWords() {
        try (Tokenizer tokenizer = open("wordpiece.json")) {
            assertThat(tokenizer.decode(new int[] {}).words()).isEmpty();
            assertThat(tokenizer.decode(new int[] {2, 3}).string()).isEmpty();
            assertThat(tokenizer.decode(new int[] {2, 3}).tokens()).hasSize(2);
        }
    }

    @Test
    void aNumberWithoutATokenIsRefused() {
        try (Tokenizer tokenizer = open("wordpiece.json")) {
            assertThatThrownBy(() -> tokenizer.decode(new int[] {5, 18}))
                    .isInstanceOf(UserError.class)
                    .hasMessageEndingWith(
                            "has no token number 18, which the network made; its numbers go from 0"
                                    + " to 17");
        }
    }
}
