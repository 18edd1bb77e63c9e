package dev.wherefore.core.explain;

import dev.wherefore.core.metric.Faithfulness;

/**
 * What was found out about a map by trying it.
 *
 * @param faithfulness what the score does when the picture is covered by the map
 * @param negativeActivations which share of the layers' activations is below zero: there a channel
 *     that speaks against the target can look as if it spoke for it; 0 for methods of the pixels
 */
public record MapTrial(Faithfulness faithfulness, float negativeActivations) {}
