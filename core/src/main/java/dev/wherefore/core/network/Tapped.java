package dev.wherefore.core.network;

import ai.djl.ndarray.NDArray;

/**
 * What a pass left at a tapped layer.
 *
 * @param place the layer and which run of it
 * @param activation what the layer gave, as it gave it: {@code (B, …)}, not connected to anything
 * @param probe the zeros that were added to it, {@code (B * T, …)}: the leaf to differentiate by
 */
public record Tapped(LayerRun place, NDArray activation, NDArray probe) {}
