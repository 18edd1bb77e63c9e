package dev.wherefore.core.scene.language;

import java.util.List;

/**
 * A word of a caption.
 *
 * @param text the word, in lower case
 * @param objects the indexes of the objects it speaks of: those of the phrase for a noun, a colour
 *     or a number; none for articles, relations, places and the like
 */
public record CaptionWord(String text, List<Integer> objects) {

    /** Copies the list. */
    public CaptionWord {
        objects = List.copyOf(objects);
    }
}
