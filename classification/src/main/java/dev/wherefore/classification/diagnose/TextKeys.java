package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.ModelConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;

/**
 * The keys of textual explanations.
 *
 * @param model the network
 * @param told how many decisions are told in sentences
 * @param channels how many channels a sentence names for and against
 */
public record TextKeys(
        @ConfigDoc("The network, and how its classes are read.") ModelConfig model,
        @ConfigDoc(value = "How many decisions are told in sentences.", preset = "12") int told,
        @ConfigDoc(
                        value =
                                "How many channels a sentence names for a decision, and against"
                                        + " it.",
                        preset = "3")
                int channels) {

    /** Checks the numbers. */
    public TextKeys {
        ConfigNumbers.requireAtLeast("told", told, 1);
        ConfigNumbers.requireAtLeast("channels", channels, 1);
    }
}
