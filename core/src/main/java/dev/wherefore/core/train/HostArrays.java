package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import dev.wherefore.core.engine.GradientMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies named arrays between the engine and Java's memory. */
final class HostArrays {

    private HostArrays() {}

    static Map<String, HostArray> of(Map<String, NDArray> arrays) {
        Map<String, HostArray> copies = new LinkedHashMap<>();
        arrays.forEach(
                (name, array) ->
                        copies.put(name, new HostArray(array.toFloatArray(), array.getShape())));
        return copies;
    }

    /** Gives arrays the values of copies of the same names. */
    static void restore(Map<String, HostArray> copies, Map<String, NDArray> arrays) {
        if (!copies.keySet().equals(arrays.keySet())) {
            throw new IllegalArgumentException(
                    "the arrays %s are not %s".formatted(copies.keySet(), arrays.keySet()));
        }
        try (GradientMode off = GradientMode.off()) {
            arrays.forEach((name, array) -> copy(copies, name, array));
        }
    }

    private static void copy(Map<String, HostArray> copies, String name, NDArray array) {
        HostArray copy = copies.get(name);
        if (copy == null || !copy.shape().equals(array.getShape())) {
            throw new IllegalArgumentException(name + " has not the shape " + array.getShape());
        }
        try (NDArray source = copy.on(array.getManager())) {
            // DJL's copyTo would exchange the array's memory for Java's
            array.set(new NDIndex("..."), source);
        }
    }
}
