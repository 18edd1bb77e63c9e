package dev.wherefore.classification;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.target.ScoreKind;
import java.util.Optional;

/**
 * Which class or classes to explain.
 *
 * @param named a label or an index
 * @param top how many of the most probable classes, at least 1
 * @param score which of the class's numbers
 * @param insteadOf a label or an index: what speaks for the class rather than for this one
 * @param negative whether to show what speaks against the class
 */
public record TargetConfig(
        @ConfigDoc(
                        key = "class",
                        value = "The label or the number, from 0, of a class.",
                        orNumber = true)
                Optional<String> named,
        @ConfigDoc("How many of the most probable classes, instead of one by name.")
                Optional<Integer> top,
        @ConfigDoc(value = "Which of the class's numbers is explained.", preset = "logit")
                ScoreKind score,
        @ConfigDoc(
                        value =
                                "Another class: shows what speaks for the first rather than for"
                                        + " it.",
                        orNumber = true)
                Optional<String> insteadOf,
        @ConfigDoc(value = "Whether to show what speaks against the class.", preset = "false")
                boolean negative) {

    /** Checks that either a class or a number of classes is given. */
    public TargetConfig {
        if (named.isPresent() == top.isPresent()) {
            throw new IllegalArgumentException(
                    "one of class and top is wanted, found " + (top.isPresent() ? "both" : "none"));
        }
        top.ifPresent(count -> ConfigNumbers.requireAtLeast("top", count, 1));
    }
}
