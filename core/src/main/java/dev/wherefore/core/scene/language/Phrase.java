package dev.wherefore.core.scene.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a sentence.
 *
 * @param words its words
 * @param isPlural whether it begins with several things
 */
record Phrase(List<CaptionWord> words, boolean isPlural) {

    static Phrase of(Mention mention) {
        return new Phrase(mention.phrase(), !mention.isSingle());
    }

    /** The phrase with words after it that speak of no object. */
    Phrase then(String text) {
        return then(plain(text));
    }

    Phrase then(Phrase next) {
        return then(next.words);
    }

    /** The phrase with words before it that speak of no object. */
    Phrase after(String text) {
        return new Phrase(Stream.concat(plain(text).stream(), words.stream()).toList(), isPlural);
    }

    private Phrase then(List<CaptionWord> more) {
        return new Phrase(Stream.concat(words.stream(), more.stream()).toList(), isPlural);
    }

    static List<CaptionWord> plain(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(word -> new CaptionWord(word, List.of()))
                .toList();
    }
}
