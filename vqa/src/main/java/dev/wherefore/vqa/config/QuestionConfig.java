package dev.wherefore.vqa.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.Optional;

/**
 * A question that is asked about every picture.
 *
 * @param ask the question
 * @param answer the right answer, where it is known
 */
public record QuestionConfig(
        @ConfigDoc("The question.") String ask,
        @ConfigDoc(
                        value =
                                "The right answer, if it is known: whether the network gave it is"
                                        + " told.",
                        orNumber = true)
                Optional<String> answer) {

    /** Checks that something is asked. */
    public QuestionConfig {
        if (ask.isBlank()) {
            throw new IllegalArgumentException("ask must be a question, found '" + ask + "'");
        }
    }
}
