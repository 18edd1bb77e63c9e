package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.ModelConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.List;

/**
 * The keys of the counterfactual check.
 *
 * @param model the network
 * @param shares how much of the picture is removed, each above 0 and below 1
 */
public record CounterfactualKeys(
        @ConfigDoc("The network, and how its classes are read.") ModelConfig model,
        @ConfigDoc(
                        value = "How much of the picture is removed, 0 to 1; several are compared.",
                        preset = "[0.05, 0.1, 0.2]")
                List<Double> shares) {

    /** Checks the shares. */
    public CounterfactualKeys {
        shares = List.copyOf(shares);
        if (shares.isEmpty() || shares.stream().anyMatch(share -> !(share > 0 && share < 1))) {
            throw new IllegalArgumentException(
                    "shares must be above 0 and below 1, at least one, found " + shares);
        }
    }
}
