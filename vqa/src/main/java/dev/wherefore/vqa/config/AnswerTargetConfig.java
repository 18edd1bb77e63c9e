package dev.wherefore.vqa.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.target.ScoreKind;
import java.util.Optional;

/**
 * Which answers to each question to explain.
 *
 * @param answer an answer by its name or number
 * @param top how many of the most probable answers, at least 1
 * @param runnerUp the most probable answer, and what speaks for it rather than for the next one
 * @param score which of the answer's numbers
 * @param insteadOf another answer: what speaks for the one rather than for this one
 * @param negative whether to show what speaks against the answer
 */
public record AnswerTargetConfig(
        @ConfigDoc(value = "An answer, or its number from 0.", orNumber = true)
                Optional<String> answer,
        @ConfigDoc("How many of the most probable answers, instead of one by name.")
                Optional<Integer> top,
        @ConfigDoc(
                        value =
                                "Whether to show what speaks for the most probable answer rather"
                                        + " than for the next one, instead of naming any.",
                        preset = "false")
                boolean runnerUp,
        @ConfigDoc(
                        "Which of the answer's numbers is explained; left out, the logit, or of a"
                                + " network that says its answers the log-probability.")
                Optional<ScoreKind> score,
        @ConfigDoc(
                        value =
                                "Another answer: shows what speaks for the first rather than for"
                                        + " it.",
                        orNumber = true)
                Optional<String> insteadOf,
        @ConfigDoc(value = "Whether to show what speaks against the answer.", preset = "false")
                boolean negative) {

    /** Checks that either an answer or a number of answers is given. */
    public AnswerTargetConfig {
        int given = (answer.isPresent() ? 1 : 0) + (top.isPresent() ? 1 : 0) + (runnerUp ? 1 : 0);
        if (given != 1) {
            throw new IllegalArgumentException(
                    "one of answer, top and runner-up is wanted, found "
                            + (given == 0 ? "none" : "several"));
        }
        if (runnerUp && insteadOf.isPresent()) {
            throw new IllegalArgumentException(
                    "runner-up is instead of the next answer; leave out instead-of");
        }
        top.ifPresent(count -> ConfigNumbers.requireAtLeast("top", count, 1));
    }
}
