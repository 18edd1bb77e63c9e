package dev.wherefore.core.scene.language;

import java.util.List;

/**
 * A question about a scene, and its answer.
 *
 * @param type what it asks for
 * @param text the question, in lower case, with a question mark
 * @param answer the answer: {@code yes}, {@code no}, a digit, a colour, a kind or a place
 * @param answerObjects the indexes of the objects that decide the answer, as far as they are what
 *     is asked for; none where the answer is that there are none, or lies in the background
 * @param anchorObjects the indexes of the objects that the question names to say where to look: the
 *     bench of "what is left of the bench?"
 */
public record Question(
        QuestionType type,
        String text,
        String answer,
        List<Integer> answerObjects,
        List<Integer> anchorObjects) {

    /** The answer of a question that is so. */
    public static final String YES = "yes";

    /** The answer of a question that is not so. */
    public static final String NO = "no";

    /** Copies the lists. */
    public Question {
        answerObjects = List.copyOf(answerObjects);
        anchorObjects = List.copyOf(anchorObjects);
    }
}
