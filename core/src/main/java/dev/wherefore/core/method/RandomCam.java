package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A baseline: {@code Σ_k u_k A_k} with {@code u_k} drawn evenly from [−1, 1). What a method shows
 * beyond this map it owes to its weights.
 *
 * <p>The weights depend on the seed, the picture's values, and the target's place among the
 * picture's targets; not on the batch. They are the same at all layers, as far as these have as
 * many channels.
 *
 * @see <a href="https://github.com/jacobgil/pytorch-grad-cam">the grad-cam package, RandomCAM</a>
 */
public final class RandomCam implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "random-cam",
                "Random-CAM",
                "Σ_k u_k · A_k, u_k drawn from [-1, 1)",
                "activation at a layer",
                "1 F + 1 b",
                "the grad-cam Python package (RandomCAM)",
                "a baseline: what a map shows without any weights that mean something",
                "explains nothing; depends on the seed");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        List<NDArray> maps = new ArrayList<>();
        long seed = source.settings().seed();
        long[] seeds = seeds(seed, source.pictures(), source.targets());
        for (Evidence evidence : source.atLayers()) {
            maps.add(evidence.weighted(weights(evidence.activation(), seeds)));
        }
        return Attribution.ofMaps(maps);
    }

    /** A seed for each picture and target. */
    private static long[] seeds(long seed, NDArray pictures, int targets) {
        long[] seeds = new long[(int) pictures.getShape().get(0) * targets];
        for (int row = 0; row < seeds.length; row++) {
            try (NDArray picture = pictures.get(row / targets);
                    NDArray values = picture.toType(DataType.FLOAT32, true)) {
                int content = Arrays.hashCode(values.toFloatArray());
                // the odd factor spreads neighbours over all seeds
                seeds[row] = seed + 0x9E3779B97F4A7C15L * (content * 31L + row % targets);
            }
        }
        return seeds;
    }

    private static NDArray weights(NDArray activation, long[] seeds) {
        Shape shape = activation.getShape();
        int channels = (int) shape.get(1);
        float[] weights = new float[seeds.length * channels];
        for (int row = 0; row < seeds.length; row++) {
            SplittableRandom random = new SplittableRandom(seeds[row]);
            for (int k = 0; k < channels; k++) {
                weights[row * channels + k] = (float) (2 * random.nextDouble() - 1);
            }
        }
        return activation.getManager().create(weights, new Shape(seeds.length, channels));
    }
}
