package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Interpolation;

/** Maps at another size, by a matrix product for each axis. */
final class Resized {

    private Resized() {}

    /**
     * Returns maps at another size.
     *
     * @param scope where the result belongs
     * @param maps {@code (N, h, w)}, of the same scope
     * @return {@code (N, height, width)}
     */
    static NDArray of(NDManager scope, NDArray maps, int height, int width, Interpolation way) {
        int h = (int) maps.getShape().get(1);
        int w = (int) maps.getShape().get(2);
        NDArray rows = scope.create(way.weights(h, height), new Shape(height, h));
        NDArray columns = scope.create(way.weights(w, width), new Shape(width, w));
        return rows.matMul(maps.matMul(columns.transpose()));
    }
}
