package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Bilinear enlargement of maps in the engine: two matrix products. */
enum Enlargement {
    /** The outermost old places lie on the outermost new ones. */
    CORNERS_ALIGNED {
        @Override
        double source(int place, int old, int larger) {
            return larger == 1 ? 0 : place * (old - 1.0) / (larger - 1.0);
        }
    },
    /** Places are small squares whose outer edges agree. */
    EDGES_ALIGNED {
        @Override
        double source(int place, int old, int larger) {
            return Math.max(0, (place + 0.5) * old / larger - 0.5);
        }
    };

    /** Where a new place lies among the old ones, from 0. */
    abstract double source(int place, int old, int larger);

    /**
     * Returns maps at another size.
     *
     * @param scope where the result belongs
     * @param maps {@code (N, h, w)}, of the same scope
     * @return {@code (N, height, width)}
     */
    NDArray of(NDManager scope, NDArray maps, int height, int width) {
        int h = (int) maps.getShape().get(1);
        int w = (int) maps.getShape().get(2);
        NDArray rows = matrix(scope, h, height);
        NDArray columns = matrix(scope, w, width).transpose();
        return rows.matMul(maps.matMul(columns));
    }

    /** {@code (larger, old)}: how much each old place counts at each new one. */
    private NDArray matrix(NDManager scope, int old, int larger) {
        float[] weights = new float[larger * old];
        for (int place = 0; place < larger; place++) {
            double source = source(place, old, larger);
            int first = Math.min((int) source, old - 1);
            int second = Math.min(first + 1, old - 1);
            double share = source - first;
            weights[place * old + first] += (float) (1 - share);
            weights[place * old + second] += (float) share;
        }
        return scope.create(weights, new Shape(larger, old));
    }
}
