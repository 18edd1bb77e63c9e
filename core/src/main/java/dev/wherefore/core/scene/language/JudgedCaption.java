package dev.wherefore.core.scene.language;

import java.util.List;

/**
 * A caption that was held against a scene.
 *
 * @param said what it says
 * @param statements each thing that it says, and whether it is so: of the phrases in their order,
 *     then of the relations, the places and the words that cannot be read
 * @param caption its words with the objects that they speak of, as {@link Captions} has them: where
 *     a phrase is true, all objects that fit its kind and colour and of which anything can be seen,
 *     for its nouns, colours and numbers; none for any other word
 */
public record JudgedCaption(Statements said, List<Judged> statements, Caption caption) {

    /** Copies the list. */
    public JudgedCaption {
        statements = List.copyOf(statements);
    }

    /**
     * Returns whether everything that it says is so.
     *
     * @return false too for a caption that says nothing
     */
    public boolean isTrue() {
        return !statements.isEmpty() && statements.stream().allMatch(Judged::isTrue);
    }
}
