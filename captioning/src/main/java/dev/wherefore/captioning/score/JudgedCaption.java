package dev.wherefore.captioning.score;

import java.util.List;
import java.util.Locale;

/**
 * A caption and those that it is compared with, which people gave to the same picture.
 *
 * @param words the caption's words in lower case, without punctuation, possibly none
 * @param references the words of each reference, at least one
 */
public record JudgedCaption(List<String> words, List<List<String>> references) {

    /** Copies the lists, and checks that there is a reference. */
    public JudgedCaption {
        words = List.copyOf(words);
        references = references.stream().map(List::copyOf).toList();
        if (references.isEmpty()) {
            throw new IllegalArgumentException("a caption is scored by one reference or more");
        }
    }

    /**
     * Splits captions at spaces, and puts them into lower case.
     *
     * @param caption the caption, its punctuation already removed
     * @param references the references, their punctuation already removed
     * @return the words
     */
    public static JudgedCaption of(String caption, List<String> references) {
        return new JudgedCaption(
                split(caption), references.stream().map(JudgedCaption::split).toList());
    }

    private static List<String> split(String caption) {
        String stripped = caption.strip();
        return stripped.isEmpty()
                ? List.of()
                : List.of(stripped.toLowerCase(Locale.ROOT).split("\\s+"));
    }
}
