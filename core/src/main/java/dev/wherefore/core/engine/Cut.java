package dev.wherefore.core.engine;

import ai.djl.ndarray.NDArray;

/**
 * A place where the graph of a pass was cut at a ReLU.
 *
 * @param before the ReLU's input, still connected to what came before
 * @param after a fresh leaf that holds the ReLU's output, from which the pass went on
 * @param upper where the ReLU ends (6 for ReLU6), or 0 for one without an end
 */
public record Cut(NDArray before, NDArray after, float upper) {}
