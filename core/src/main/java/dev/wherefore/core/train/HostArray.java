package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers in Java's own memory, made by threads that know nothing of the engine.
 *
 * @param values the numbers, row by row; not to be changed after
 * @param shape their shape
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying would double the work
public record HostArray(float[] values, Shape shape) {

    /** Checks that the numbers fill the shape. */
    public HostArray {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    "%d numbers cannot have the shape %s".formatted(values.length, shape));
        }
    }

    /**
     * Returns arrays of one shape, one after another along a new first dimension.
     *
     * @param arrays at least one
     * @return an array of shape {@code (N, …)}
     */
    public static HostArray stack(List<HostArray> arrays) {
        Shape each = arrays.get(0).shape();
        int size = (int) each.size();
        float[] all = new float[size * arrays.size()];
        for (int i = 0; i < arrays.size(); i++) {
            if (!arrays.get(i).shape().equals(each)) {
                throw new IllegalArgumentException(
                        "examples of shapes %s and %s do not make a batch"
                                .formatted(each, arrays.get(i).shape()));
            }
            System.arraycopy(arrays.get(i).values(), 0, all, i * size, size);
        }
        return new HostArray(all, new Shape(arrays.size()).addAll(each));
    }

    /**
     * Returns the first parts along the first dimension.
     *
     * @param count how many, at most as many as there are
     * @return an array of shape {@code (count, …)}
     */
    HostArray first(int count) {
        Shape rest = shape.slice(1);
        int size = Math.toIntExact(count * rest.size());
        return new HostArray(Arrays.copyOf(values, size), new Shape(count).addAll(rest));
    }

    /** Whether no number is infinite or none at all. */
    boolean isFinite() {
        boolean finite = true;
        for (float value : values) {
            finite &= Float.isFinite(value);
        }
        return finite;
    }

    /**
     * Returns a copy as an array of the engine.
     *
     * @param scope where it belongs
     * @return the array, of 32-bit floats
     */
    NDArray on(NDManager scope) {
        return scope.create(values, shape);
    }
}
