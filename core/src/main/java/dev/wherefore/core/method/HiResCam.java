package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * HiResCAM: {@code Σ_k G_k ⊙ A_k}, the gradient at each place weighing that place's activation.
 *
 * @see <a href="https://arxiv.org/abs/2011.08891">Draelos and Carin, Use HiResCAM instead of
 *     Grad-CAM, 2020</a>
 */
public final class HiResCam implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "hires-cam",
                "HiResCAM",
                "Σ_k G_k ⊙ A_k",
                "gradient at a layer",
                "1 F + 1 b",
                "Draelos and Carin, HiResCAM, 2020, arXiv 2011.08891",
                "knowing exactly which places the score used, where one linear layer follows",
                "noisier than Grad-CAM in early layers");
    }

    @Override
    public NDArray map(Evidence evidence) {
        return evidence.weightedByPlace(evidence.gradient());
    }
}
