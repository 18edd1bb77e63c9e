package dev.wherefore.core.scene.language;

import java.util.List;

/**
 * A statement of a caption, and whether a scene bears it out.
 *
 * @param kind what it is about
 * @param positions the places of its words in the caption, from 0, in order
 * @param text its words
 * @param isTrue whether it is so
 * @param reason what is so, in a few words
 */
public record Judged(
        StatementKind kind, List<Integer> positions, String text, boolean isTrue, String reason) {

    /** Copies the list. */
    public Judged {
        positions = List.copyOf(positions);
    }
}
