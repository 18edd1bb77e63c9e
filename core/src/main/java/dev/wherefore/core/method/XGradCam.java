package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * XGrad-CAM: {@code Σ_k w_k A_k} with {@code w_k = Σ_ij G_kij A_kij / (S_k + 1e-7)}, {@code S_k =
 * Σ_ij A_kij}. Equal to Grad-CAM where the gradient is the same at all places, as before global
 * average pooling.
 *
 * @see <a href="https://arxiv.org/abs/2008.02312">Fu et al., Axiom-based Grad-CAM, 2020, equation
 *     8</a>
 */
public final class XGradCam implements LayerMethod {

    private static final float EPSILON = 1e-7f;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "x-grad-cam",
                "XGrad-CAM",
                "Σ_k (Σ_ij G_k·A_k / ΣA_k) · A_k",
                "gradient at a layer",
                "1 F + 1 b",
                "Fu et al., Axiom-based Grad-CAM, 2020, arXiv 2008.02312",
                "layers whose activations are not negative",
                "divides by the sum of activations: unstable where that is near zero");
    }

    @Override
    public NDArray map(Evidence evidence) {
        NDArray activation = evidence.activation();
        NDArray products = Evidence.sumOverPlaces(evidence.gradient().mul(activation));
        NDArray sums = Evidence.sumOverPlaces(activation).add(EPSILON);
        return evidence.weighted(products.div(sums));
    }
}
