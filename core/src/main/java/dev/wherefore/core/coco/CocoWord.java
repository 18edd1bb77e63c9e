package dev.wherefore.core.coco;

import java.util.List;

/**
 * A word of a caption. Wherefore's own files of scenes have them; others do not.
 *
 * @param text the word
 * @param objects the ids of the instances that it speaks of
 */
public record CocoWord(String text, List<Long> objects) {

    /** Copies the list. */
    public CocoWord {
        objects = List.copyOf(objects);
    }
}
