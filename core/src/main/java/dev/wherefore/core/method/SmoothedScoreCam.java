package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.method.MethodSettings.MaskOrder;
import java.util.SplittableRandom;

/**
 * SS-CAM, smoothed Score-CAM: the score of each channel is the mean over 35 masks with Gaussian
 * noise (standard deviation 2) added, as in torch-cam.
 *
 * @see <a href="https://arxiv.org/abs/2006.14255">Wang et al., SS-CAM, 2020, section 3.2, input
 *     smoothing</a>
 */
public final class SmoothedScoreCam implements Method {

    private static final int SAMPLES = 35;
    private static final double DEVIATION = 2;

    /** Keeps the trials of neighbouring seeds apart. */
    private static final long SPREAD = 1_000_003;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "ss-cam",
                "SS-CAM",
                "Σ_k softmax_k(mean_noise(score(x ⊙ (mask(A_k) + noise)))) · A_k",
                "activations at a layer, 35 passes for each of its C channels",
                "35 C F",
                "Wang et al., SS-CAM, 2020, arXiv 2006.14255, section 3.2; torch-cam",
                "smoother weights than Score-CAM's",
                "35 times as slow as Score-CAM; depends on the seed");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        long seed = source.settings().seed();
        return new MaskedScores(
                        source,
                        MaskOrder.SPREAD_FIRST,
                        SAMPLES,
                        (scope, masks, sample, trial) ->
                                masks.add(noise(scope, masks.getShape(), seed, trial)))
                .attribution();
    }

    /** Each mask has noise of its own, whatever other masks share its pass. */
    private static NDArray noise(NDManager scope, Shape shape, long seed, int trial) {
        float[] noise = new float[Math.toIntExact(shape.size())];
        int each = noise.length / (int) shape.get(0);
        for (int mask = 0; mask < shape.get(0); mask++) {
            SplittableRandom random = new SplittableRandom(seed * SPREAD + trial + mask);
            for (int i = mask * each; i < (mask + 1) * each; i++) {
                noise[i] = (float) (DEVIATION * random.nextGaussian());
            }
        }
        return scope.create(noise, shape);
    }
}
