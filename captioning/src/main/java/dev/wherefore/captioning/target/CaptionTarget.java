package dev.wherefore.captioning.target;

import java.util.List;
import java.util.OptionalInt;

/**
 * What of a picture's caption is explained.
 *
 * @param title a few words for captions: {@code "bus"}, {@code "bus instead of car"}
 * @param description what the number is: {@code "log-probability of 'bus'"}
 * @param terms the tokens whose numbers make it
 * @param word which word of the caption it is, from 0, if it is the log-probability of one
 */
public record CaptionTarget(String title, String description, List<Term> terms, OptionalInt word) {

    /** Copies the list. */
    public CaptionTarget {
        terms = List.copyOf(terms);
    }
}
