package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.network.Outputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes out of the engine what a network gave as one vector for each picture, such as logits. */
final class OutputVectors {

    private OutputVectors() {}

    /** For each output of shape {@code (batch, K)} the K numbers of each picture, by its name. */
    static Map<String, List<float[]>> of(Outputs outputs, int batch) {
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        outputs.arrays()
                .forEach(
                        (name, array) -> {
                            Shape shape = array.getShape();
                            if (shape.dimension() == 2 && shape.get(0) == batch) {
                                vectors.put(name, rows(array, (int) shape.get(1)));
                            }
                        });
        return vectors;
    }

    /** For each picture the rows {@code (L)} of its targets, of an array {@code (B·T, L)}. */
    static List<List<float[]>> perTarget(NDArray array, int targets) {
        List<float[]> all = rows(array, (int) array.getShape().get(1));
        List<List<float[]>> pictures = new ArrayList<>();
        for (int from = 0; from < all.size(); from += targets) {
            pictures.add(List.copyOf(all.subList(from, from + targets)));
        }
        return pictures;
    }

    private static List<float[]> rows(NDArray array, int size) {
        float[] all = array.toType(DataType.FLOAT32, false).toFloatArray();
        List<float[]> rows = new ArrayList<>();
        for (int from = 0; from < all.length; from += size) {
            rows.add(Arrays.copyOfRange(all, from, from + size));
        }
        return rows;
    }
}
