package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * What one run of a layer that adds a bias leaves.
 *
 * @param layer the layer
 * @param bias b, what it adds: {@code (C)}
 * @param gradient G, the target's gradient by what it gave: {@code (R, C, h, w)}, or {@code (R, …,
 *     C)} of a layer without places
 */
public record BiasEvidence(String layer, NDArray bias, NDArray gradient) {

    /**
     * Returns whether the layer gives something for each place.
     *
     * @return whether the gradient has four dimensions
     */
    public boolean hasPlaces() {
        return gradient.getShape().dimension() == 4;
    }

    /**
     * Returns what the bias adds to the score at each place, were everything linear.
     *
     * @return {@code G ⊙ b}, of the gradient's shape
     */
    public NDArray added() {
        return gradient.mul(hasPlaces() ? bias.reshape(new Shape(1, -1, 1, 1)) : bias);
    }
}
