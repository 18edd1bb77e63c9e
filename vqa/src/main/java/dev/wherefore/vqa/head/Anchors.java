package dev.wherefore.vqa.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Where the anchors of questions are, and what places are told of them.
 *
 * <p>Every place is told how far it lies from each anchor. A place that is an anchor is told so,
 * and there alone how the anchors lie to each other: whether the dog is left of the bench is said
 * at the dog and at the bench, and nowhere else.
 *
 * @param places x and y of each, from -1 to 1, {@code (R·S, 1, 2A)}
 * @param told what each place is told, {@code (R·S, h * w, N)}, N as {@link #numbers} says
 */
record Anchors(NDArray places, NDArray told) {

    /** How many numbers places are told of so many anchors. */
    static int numbers(int anchors) {
        int distances = 2 * anchors;
        int pairs = 2 * (anchors - 1);
        return distances + anchors + pairs;
    }

    /**
     * Finds the anchors.
     *
     * @param attention how much each anchor is each place, {@code (R·S, A, h * w)}, 1 in all
     * @param height h
     * @param width w
     */
    static Anchors of(NDArray attention, int height, int width) {
        Shape shape = attention.getShape();
        long rows = shape.get(0);
        int anchors = (int) shape.get(1);
        NDArray positions = positions(attention.getManager(), height, width);
        NDArray places =
                attention
                        .reshape(rows * anchors, shape.get(2))
                        .matMul(positions)
                        .reshape(rows, 1, 2L * anchors);
        NDArray scale = attention.onesLike().mul((float) Math.sqrt((double) shape.get(2)));
        NDArray being = attention.mul(scale).transpose(0, 2, 1);
        NDList told = new NDList(tiled(positions, anchors).expandDims(0).sub(places), being);
        NDArray first = places.get(":, :, :2");
        for (int i = 1; i < anchors; i++) {
            NDArray either = being.get(":, :, 0:1").add(part(being, i, i + 1));
            told.add(either.mul(part(places, 2 * i, 2 * i + 2).sub(first)));
        }
        return new Anchors(places, NDArrays.concat(told, 2));
    }

    private static NDArray part(NDArray array, int from, int to) {
        return array.get(new NDIndex(":, :, {}:{}", from, to));
    }

    /** The places' x and y from -1 to 1, {@code (h * w, 2)}, row by row. */
    private static NDArray positions(NDManager scope, int height, int width) {
        float[] values = new float[2 * height * width];
        int next = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[next++] = (2 * x + 1f) / width - 1;
                values[next++] = (2 * y + 1f) / height - 1;
            }
        }
        // the engine's own memory: a graph may keep it longer than Java keeps its own
        try (NDArray array = scope.create(values, new Shape((long) height * width, 2))) {
            return array.duplicate().toType(DataType.FLOAT32, false);
        }
    }

    private static NDArray tiled(NDArray positions, int times) {
        NDList all = new NDList();
        for (int i = 0; i < times; i++) {
            all.add(positions);
        }
        return NDArrays.concat(all, 1);
    }
}
