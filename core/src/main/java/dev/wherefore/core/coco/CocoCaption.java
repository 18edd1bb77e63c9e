package dev.wherefore.core.coco;

import java.util.List;

/**
 * What somebody said of an image.
 *
 * @param id its number in the file
 * @param text the sentence as it was written
 * @param words its words, if the file says what each speaks of; else none
 */
public record CocoCaption(long id, String text, List<CocoWord> words) {

    /** Copies the list. */
    public CocoCaption {
        words = List.copyOf(words);
    }
}
