package dev.wherefore.core.method;

import dev.wherefore.core.method.MethodSettings.MaskOrder;

/**
 * IS-CAM, integrated Score-CAM: the score of each channel is the mean over 10 masks multiplied by
 * {@code Σ_{j ≤ i} j / 10}, for i from 1 to 10, as in torch-cam.
 *
 * @see <a href="https://arxiv.org/abs/2010.03023">Naidu et al., IS-CAM, 2020, section 3</a>
 */
public final class IntegratedScoreCam implements Method {

    private static final int SAMPLES = 10;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "is-cam",
                "IS-CAM",
                "Σ_k softmax_k(mean_i(score(c_i · x ⊙ mask(A_k)))) · A_k, c_i = Σ_{j≤i} j/10",
                "activations at a layer, 10 passes for each of its C channels",
                "10 C F",
                "Naidu et al., IS-CAM, 2020, arXiv 2010.03023, section 3; torch-cam",
                "weights that do not hang on one strength of the mask",
                "10 times as slow as Score-CAM; masks become as strong as 5.5 times the picture");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        return new MaskedScores(
                        source,
                        MaskOrder.SPREAD_FIRST,
                        SAMPLES,
                        (scope, masks, sample, trial) -> masks.mul(strength(sample)))
                .attribution();
    }

    private static double strength(int sample) {
        return (sample + 1) * (sample + 2) / 2.0 / SAMPLES;
    }
}
