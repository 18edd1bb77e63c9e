package dev.wherefore.core.scene.language;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a sentence.
 *
 * @param words its words
 * @param isPlural whether it begins with several things
 * @param media what the things that it speaks of are on or in
 */
record Phrase(List<CaptionWord> words, boolean isPlural, Set<Medium> media) {

    static Phrase of(Mention mention) {
        Set<Medium> media = mention.objects().stream().map(Medium::of).collect(Collectors.toSet());
        return new Phrase(mention.phrase(), !mention.isSingle(), media);
    }

    /** The phrase with words after it that speak of no object. */
    Phrase then(String text) {
        return then(new Phrase(plain(text), false, Set.of()));
    }

    /** The phrase and another one after it. */
    Phrase then(Phrase next) {
        Set<Medium> both = EnumSet.noneOf(Medium.class);
        both.addAll(media);
        both.addAll(next.media);
        return new Phrase(joined(words, next.words), isPlural, both);
    }

    /** The phrase with words before it that speak of no object. */
    Phrase after(String text) {
        return new Phrase(joined(plain(text), words), isPlural, media);
    }

    static List<CaptionWord> plain(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(word -> new CaptionWord(word, List.of()))
                .toList();
    }

    private static List<CaptionWord> joined(List<CaptionWord> first, List<CaptionWord> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
