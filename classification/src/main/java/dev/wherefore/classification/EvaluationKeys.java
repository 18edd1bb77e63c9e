package dev.wherefore.classification;

import dev.wherefore.core.experiment.config.ConfigDoc;

/**
 * The keys of an evaluation's config that only classification has.
 *
 * @param model the network
 */
public record EvaluationKeys(
        @ConfigDoc(
                        "The network, and how its classes are read; the labels' names decide which"
                                + " kinds of things are evaluated.")
                ModelConfig model) {}
