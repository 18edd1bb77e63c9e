package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.ejml.data.DMatrixRMaj;

/**
 * Maps of the direction in which a layer's values differ most from place to place. The values of a
 * row are a matrix X {@code (h·w, C)}, a place a row, less the mean of each column; what comes out
 * is X's projection on its first right singular vector, or, with a kernel, its first kernel
 * principal component.
 *
 * <p>A direction has no sign of its own, and programs for singular vectors give either. Ours:
 *
 * <ul>
 *   <li>{@link Sign#LARGEST}: the value of largest magnitude is positive (Chung and Ying, 2025,
 *       equation 13); of equal ones the first place's.
 *   <li>{@link Sign#SUM}: the map correlates positively with the sum over the channels, the
 *       evidence at each place; where it does not correlate at all, as above.
 * </ul>
 *
 * <p>Computed in double precision by {@link Eigenvector}, of {@code XᵀX} or {@code XXᵀ}, whichever
 * is smaller. A row with a value that is no finite number gives a map of NaN (the {@code grad-cam}
 * package takes NaN for 0, and draws what is left).
 */
final class PrincipalMap {

    /** Which of a direction's two signs a map has. */
    enum Sign {
        /** The value of largest magnitude is positive. */
        LARGEST,
        /** The map correlates positively with the sum over the channels. */
        SUM
    }

    /** The components of the places along the wanted direction; h·w numbers of either sign. */
    private interface Direction {
        double[] of(NDArray centred);
    }

    private PrincipalMap() {}

    /**
     * The projection on the first right singular vector.
     *
     * @param values {@code (R, C, h, w)}
     * @return {@code (R, h, w)}
     */
    static NDArray linear(NDArray values, Sign sign) {
        return map(values, sign, PrincipalMap::alongFirst);
    }

    /**
     * The first component with the kernel {@code tanh(x·y / C + 1)}, centred, as scikit-learn's
     * {@code KernelPCA} has it by default.
     *
     * @param values {@code (R, C, h, w)}
     * @return {@code (R, h, w)}
     */
    static NDArray sigmoidKernel(NDArray values, Sign sign) {
        return map(values, sign, PrincipalMap::alongFirstOfKernel);
    }

    private static NDArray map(NDArray values, Sign sign, Direction direction) {
        Shape shape = values.getShape();
        int rows = (int) shape.get(0);
        int places = (int) (shape.get(2) * shape.get(3));
        float[] maps = new float[rows * places];
        for (int row = 0; row < rows; row++) {
            try (NDManager inner = values.getManager().newSubManager()) {
                inner.tempAttachAll(values);
                NDArray all = values.get(row).toType(DataType.FLOAT64, false);
                NDArray byPlace = all.reshape(shape.get(1), places).transpose();
                NDArray centred = byPlace.sub(byPlace.mean(new int[] {0}, true));
                double[] sums = centred.sum(new int[] {1}).toDoubleArray();
                double[] map = sums.clone();
                if (isFinite(sums)) {
                    map = direction.of(centred);
                    turn(map, sums, sign);
                }
                for (int i = 0; i < places; i++) {
                    maps[row * places + i] = isFinite(sums) ? (float) map[i] : Float.NaN;
                }
            }
        }
        return values.getManager().create(maps, new Shape(rows, shape.get(2), shape.get(3)));
    }

    private static double[] alongFirst(NDArray centred) {
        Shape shape = centred.getShape();
        if (shape.get(1) <= shape.get(0)) {
            Eigenvector first = Eigenvector.largest(matrix(centred.transpose().matMul(centred)));
            NDArray vector = centred.getManager().create(first.vector());
            return centred.matMul(vector.reshape(-1, 1)).toDoubleArray();
        }
        return scaled(Eigenvector.largest(matrix(centred.matMul(centred.transpose()))));
    }

    private static double[] alongFirstOfKernel(NDArray centred) {
        NDArray products = centred.matMul(centred.transpose());
        NDArray kernel = products.div(centred.getShape().get(1)).add(1).tanh();
        NDArray columns = kernel.mean(new int[] {0}, true);
        NDArray both = kernel.sub(columns).sub(columns.transpose()).add(kernel.mean());
        return scaled(Eigenvector.largest(matrix(both)));
    }

    /** The components of the places, from the eigenvector of their products with each other. */
    private static double[] scaled(Eigenvector first) {
        double length = Math.sqrt(Math.max(first.value(), 0));
        double[] components = first.vector().clone();
        for (int i = 0; i < components.length; i++) {
            components[i] *= length;
        }
        return components;
    }

    private static DMatrixRMaj matrix(NDArray square) {
        int n = (int) square.getShape().get(0);
        return DMatrixRMaj.wrap(n, n, square.toDoubleArray());
    }

    private static void turn(double[] map, double[] sums, Sign sign) {
        double wanted = sign == Sign.SUM ? agreement(map, sums) : 0;
        if (wanted == 0) {
            for (double value : map) {
                wanted = Math.abs(value) > Math.abs(wanted) ? value : wanted;
            }
        }
        if (wanted < 0) {
            for (int i = 0; i < map.length; i++) {
                map[i] = -map[i];
            }
        }
    }

    /** Of the sign of the correlation: both have the mean 0. */
    private static double agreement(double[] map, double[] sums) {
        double dot = 0;
        double squares = 0;
        for (int i = 0; i < map.length; i++) {
            dot += map[i] * sums[i];
            squares += Math.abs(map[i] * sums[i]);
        }
        // less than rounding leaves is nothing
        return Math.abs(dot) > 1e-9 * squares ? dot : 0;
    }

    private static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
