package dev.wherefore.classification;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.Optional;

/**
 * The pointing game in which a map may say that its class is not there.
 *
 * @param threshold the least maximum of a raw map that is not rejected
 */
public record RejectionConfig(
        @ConfigDoc(
                        "A map whose largest raw value is below this rejects its class; left out,"
                            + " the best one on every second picture is measured on the others.")
                Optional<Double> threshold) {

    /** Checks the number. */
    public RejectionConfig {
        if (threshold.filter(number -> !Double.isFinite(number)).isPresent()) {
            throw new IllegalArgumentException("threshold must be a number, found " + threshold);
        }
    }
}
