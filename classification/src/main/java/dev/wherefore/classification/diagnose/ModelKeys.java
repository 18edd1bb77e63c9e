package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.ModelConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;

/**
 * The keys of a diagnosis that needs nothing but a network.
 *
 * @param model the network
 */
public record ModelKeys(
        @ConfigDoc(
                        "The network, and how its classes are read; the labels' names decide which"
                                + " kinds of things are looked for.")
                ModelConfig model) {}
