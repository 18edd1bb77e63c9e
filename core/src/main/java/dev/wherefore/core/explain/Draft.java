package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.Attribution;
import dev.wherefore.core.method.Concepts;
import dev.wherefore.core.method.Evidence;
import dev.wherefore.core.method.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a method made of the evidence, taken out of the engine.
 *
 * @param method the method
 * @param product whether pixels are to be multiplied by the heat
 * @param rows one for each picture and target
 */
record Draft(Method method, boolean product, List<Row> rows) {

    /**
     * One picture and target.
     *
     * @param raw the raw map of each layer
     * @param pixels the attribution to the input's values
     * @param score the target's score
     * @param zeroGradient whether the gradient that the method used is zero everywhere
     * @param completenessError by how much numbers that shall add up to the score's change do not
     * @param concepts what the activations fall into, of methods that find that out
     */
    record Row(
            List<Plane> raw,
            Optional<PixelMap> pixels,
            float score,
            boolean zeroGradient,
            Optional<Float> completenessError,
            List<Concept> concepts) {}

    /** Whether what it gives are pixels, with or without maps on the way. */
    boolean isOfPixels() {
        return product || rows.stream().anyMatch(row -> row.pixels().isPresent());
    }

    static Draft of(Method method, Attribution attribution, PassEvidence evidence) {
        float[] scores = evidence.said().scores();
        List<List<Plane>> maps = attribution.maps().stream().map(Draft::planes).toList();
        Optional<List<PixelMap>> allPixels = attribution.pixels().map(Draft::pixelMaps);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            int row = i;
            Optional<PixelMap> pixels = allPixels.map(all -> all.get(row));
            List<Plane> raw =
                    maps.isEmpty()
                            ? List.of(pixels.orElseThrow().magnitude())
                            : maps.stream().map(layer -> layer.get(row)).toList();
            boolean zero =
                    raw.stream().allMatch(m -> m.min() == 0 && m.max() == 0)
                            && isZero(gradients(method, attribution, evidence), row);
            Optional<Float> error = attribution.completenessErrors().map(errors -> errors[row]);
            List<Concept> concepts =
                    attribution.concepts().map(c -> concepts(c, row)).orElse(List.of());
            rows.add(new Row(raw, pixels, scores[i], zero, error, concepts));
        }
        return new Draft(method, attribution.product(), List.copyOf(rows));
    }

    private static List<NDArray> gradients(
            Method method, Attribution attribution, PassEvidence evidence) {
        return method.needsLayer()
                ? evidence.atLayers().stream().map(Evidence::gradient).toList()
                : attribution.pixels().stream().toList();
    }

    private static boolean isZero(List<NDArray> gradients, int row) {
        if (gradients.isEmpty()) {
            return false;
        }
        for (NDArray gradient : gradients) {
            try (NDArray one = gradient.get(row);
                    NDArray magnitudes = one.abs();
                    NDArray largest = magnitudes.max()) {
                if (largest.getFloat() != 0) {
                    return false;
                }
            }
        }
        return !gradients.isEmpty();
    }

    /** The map of each row; all leave the engine at once, since each crossing takes its time. */
    private static List<Plane> planes(NDArray maps) {
        Shape shape = maps.getShape();
        return rows(maps, row -> Plane.of((int) shape.get(1), (int) shape.get(2), row));
    }

    private static List<Concept> concepts(Concepts found, int row) {
        List<Concept> concepts = new ArrayList<>();
        try (NDArray maps = found.maps().get(row);
                NDArray ownShares = found.shares().get(row)) {
            float[] shares = ownShares.toFloatArray();
            List<Plane> planes = planes(maps);
            for (int i = 0; i < shares.length; i++) {
                concepts.add(new Concept(planes.get(i), shares[i]));
            }
        }
        return concepts;
    }

    private static List<PixelMap> pixelMaps(NDArray pixels) {
        Shape shape = pixels.getShape();
        int channels = (int) shape.get(1);
        int height = (int) shape.get(2);
        int width = (int) shape.get(3);
        return rows(pixels, row -> PixelMap.of(channels, height, width, row));
    }

    private static <T> List<T> rows(NDArray array, Function<float[], T> made) {
        float[] all = array.toFloatArray();
        int each = (int) array.getShape().slice(1).size();
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < all.length; from += each) {
            rows.add(made.apply(Arrays.copyOfRange(all, from, from + each)));
        }
        return rows;
    }
}
