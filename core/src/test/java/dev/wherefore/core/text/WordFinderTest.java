package dev.wherefore.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordFinderTest {

    @Test
    void lettersDigitsApostrophesAndHyphensStayTogetherAndPunctuationByItself() {
        assertThat(WordFinder.surfaces("It's a two-way, 3rd \"bus\"... \u00a0dogs' l’été_1"))
                .containsExactly(
                        "It's", "a", "two-way", ",", "3rd", "\"", "bus", "\"...", "dogs", "'",
                        "l’été_1");
    }

    @Test
    void marksStayWithWhatTheyMark() {
        assertThat(WordFinder.surfaces("cafe\u0301 \u2764\ufe0f \ud83d\udc69\u200d\ud83d\udc67 東京"))
                .containsExactly(
                        "cafe\u0301", "\u2764\ufe0f", "\ud83d\udc69\u200d\ud83d\udc67", "東京");
    }

    @Test
    void wordsThatShareATokenAreOne() {
        List<Token> tokens =
                List.of(
                        new Token(0, "dog,", 0, 4),
                        new Token(1, "of", 5, 7),
                        new Token(2, "", 7, 7));
        assertThat(WordFinder.find("dog, of", tokens))
                .containsExactly(new Word("dog,", 0, 4, 0, 1), new Word("of", 5, 7, 1, 1));
    }

    @Test
    void aWordThatNoTokenStandsForHasNone() {
        assertThat(WordFinder.find("dog of", List.of(new Token(1, "of", 4, 6))))
                .containsExactly(new Word("dog", 0, 3, 0, 0), new Word("of", 4, 6, 0, 1));
    }
}
