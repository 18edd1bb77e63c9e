package dev.wherefore.classification;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.Optional;

/**
 * The keys of an evaluation's config that only classification has.
 *
 * @param model the network
 * @param localisationError whether ILSVRC's errors are measured, of pictures of one class
 * @param rejection how the pointing game with rejection is played, if it is
 */
public record EvaluationKeys(
        @ConfigDoc(
                        "The network, and how its classes are read; the labels' names decide what"
                                + " is evaluated.")
                ModelConfig model,
        @ConfigDoc(
                        value =
                                "Whether the errors of ILSVRC's localisation task are measured, by"
                                        + " maps of the five classes the network is surest of.",
                        preset = "false")
                boolean localisationError,
        @ConfigDoc(
                        "Play the pointing game with the five classes the network is surest of, in"
                                + " which maps may reject their class; left out, it is not played.")
                Optional<RejectionConfig> rejection) {}
