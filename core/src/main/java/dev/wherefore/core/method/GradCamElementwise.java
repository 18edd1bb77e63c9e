package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * Element-wise Grad-CAM: {@code Σ_k max(G_k ⊙ A_k, 0)}, as in the {@code grad-cam} Python package:
 * the products are cut off at zero before they are summed, so nothing cancels.
 *
 * @see <a href="https://github.com/jacobgil/pytorch-grad-cam">the grad-cam package,
 *     GradCAMElementWise</a>
 */
public final class GradCamElementwise implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "grad-cam-elementwise",
                "Element-wise Grad-CAM",
                "Σ_k max(G_k ⊙ A_k, 0)",
                "gradient at a layer",
                "1 F + 1 b",
                "the grad-cam Python package (GradCAMElementWise)",
                "weak evidence that other channels would cancel",
                "has no negative values; the less focused for it");
    }

    @Override
    public NDArray map(Evidence evidence) {
        NDArray products = evidence.gradient().mul(evidence.activation());
        return evidence.sum(products.maximum(0));
    }
}
