package dev.wherefore.classification;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.List;

/**
 * The keys of a config that only classification has.
 *
 * @param model the network
 * @param targets which classes to explain; one target or several
 */
public record ClassificationConfig(
        @ConfigDoc("The network, and how its classes are read.") ModelConfig model,
        @ConfigDoc(value = "Which classes to explain.", preset = "[{top: 1}]")
                List<TargetConfig> targets) {

    /** Checks that there is a target. */
    public ClassificationConfig {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets must name at least one class");
        }
    }
}
