package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * What a layer's activations fall into, and what each part adds to the target.
 *
 * @param maps how strongly each of K concepts is there at each place, {@code (R, K, h, w)}, not
 *     negative
 * @param shares what each concept adds to the target, {@code (R, K)}
 */
public record Concepts(NDArray maps, NDArray shares) {}
