package dev.wherefore.core.method;

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
        return new MaskedScores(
                        source,
                        MaskOrder.SPREAD_FIRST,
                        SAMPLES,
                        (scope, masks, sample, random) ->
                                masks.add(
                                        scope.create(
                                                noise(random, masks.getShape()), masks.getShape())))
                .attribution();
    }

    private static float[] noise(SplittableRandom random, Shape shape) {
        float[] noise = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (DEVIATION * random.nextGaussian());
        }
        return noise;
    }
}
