package dev.wherefore.vqa.answer;

import dev.wherefore.core.target.ScoreKind;
import java.util.OptionalInt;

/**
 * An answer that is explained.
 *
 * @param answer its number
 * @param insteadOf the answer to be told apart from
 * @param kind which of its numbers
 * @param negative whether to explain what speaks against it
 * @param title what the explanation is called: {@code "red instead of blue"}
 */
public record AnswerTarget(
        int answer, OptionalInt insteadOf, ScoreKind kind, boolean negative, String title) {

    /**
     * Returns what the number is.
     *
     * @return {@code "logit of red instead of blue"}
     */
    public String description() {
        return kind.words() + " of " + title;
    }
}
