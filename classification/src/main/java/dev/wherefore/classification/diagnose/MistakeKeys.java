package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.ModelConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;

/**
 * The keys of the failure analysis.
 *
 * @param model the network
 * @param drawn how many of the most confident mistakes are drawn
 */
public record MistakeKeys(
        @ConfigDoc("The network, and how its classes are read.") ModelConfig model,
        @ConfigDoc(value = "How many of the most confident mistakes are drawn.", preset = "8")
                int drawn) {

    /** Checks the number. */
    public MistakeKeys {
        ConfigNumbers.requireAtLeast("drawn", drawn, 1);
    }
}
