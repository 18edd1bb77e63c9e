package dev.wherefore.core.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** Arithmetic on the shapes of arrays. */
final class NpyShape {

    /** What a Java array can hold on every machine. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

    private NpyShape() {}

    /**
     * Returns the number of bytes an array takes.
     *
     * @throws IllegalArgumentException if a dimension is negative or the array is too large
     */
    static int bytes(NpyType type, List<Integer> shape) {
        long bytes = type.bytes();
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException(
                        "dimensions must be at least 0, found " + text(shape));
            }
            bytes *= dimension;
            if (bytes > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "an array of shape " + text(shape) + " is too large");
            }
        }
        return (int) bytes;
    }

    /** Returns a shape as Python writes it: {@code ()}, {@code (3,)}, {@code (3, 4)}. */
    static String text(List<Integer> shape) {
        String inner = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + inner + (shape.size() == 1 ? ",)" : ")");
    }
}
