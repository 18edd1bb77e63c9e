package dev.wherefore.core.scene.language;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence that is true of a scene.
 *
 * @param words its words
 */
public record Caption(List<CaptionWord> words) {

    /** Copies the list. */
    public Caption {
        words = List.copyOf(words);
    }

    /**
     * Returns the sentence.
     *
     * @return the words with single spaces between them
     */
    public String text() {
        return words.stream().map(CaptionWord::text).collect(Collectors.joining(" "));
    }
}
