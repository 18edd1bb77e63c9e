package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * What one pass leaves at a tapped layer.
 *
 * @param activation A, what the layer gave: {@code (R, C, h, w)}
 * @param gradient G, the target's gradient by it: {@code (R, C, h, w)}
 */
public record Evidence(NDArray activation, NDArray gradient) {

    /** Checks that the two fit. */
    public Evidence {
        if (activation.getShape().dimension() != 4
                || !activation.getShape().equals(gradient.getShape())) {
            throw new IllegalArgumentException(
                    "activation and gradient must both be (rows, channels, height, width), found "
                            + activation.getShape()
                            + " and "
                            + gradient.getShape());
        }
    }

    /**
     * Returns the sum over the channels of weighted activations.
     *
     * @param weights {@code (R, C, 1, 1)}, or one for each place {@code (R, C, h, w)}
     * @return {@code (R, h, w)}
     */
    public NDArray weighted(NDArray weights) {
        return weights.mul(activation).sum(new int[] {1});
    }

    /**
     * Returns the mean over the places.
     *
     * @param array {@code (R, C, h, w)}
     * @return {@code (R, C, 1, 1)}
     */
    public static NDArray meanOverPlaces(NDArray array) {
        return array.mean(new int[] {2}, true).mean(new int[] {3}, true);
    }

    /**
     * Returns the sum over the places.
     *
     * @param array {@code (R, C, h, w)}
     * @return {@code (R, C, 1, 1)}
     */
    public static NDArray sumOverPlaces(NDArray array) {
        return array.sum(new int[] {2, 3}, true);
    }
}
