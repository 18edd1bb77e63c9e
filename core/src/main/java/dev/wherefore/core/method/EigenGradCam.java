package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * Eigen-Grad-CAM: Eigen-CAM of {@code G ⊙ A}, which makes it depend on the target.
 *
 * <p>The package leaves the sign to chance. Ours is that for which the map correlates positively
 * with {@code Σ_k G_k ⊙ A_k}, what each place adds to the score to the first order (HiResCAM).
 *
 * @see <a href="https://github.com/jacobgil/pytorch-grad-cam">the grad-cam package,
 *     EigenGradCAM</a>
 * @see <a href="https://arxiv.org/abs/2008.00299">Muhammad and Yeasin, Eigen-CAM, 2020</a>
 */
public final class EigenGradCam implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "eigen-grad-cam",
                "Eigen-Grad-CAM",
                "(P - mean) · v, P = G ⊙ A, v the first right singular vector of P - mean;"
                        + " correlates positively with Σ_k P_k",
                "gradient at a layer",
                "1 F + 1 b",
                "the grad-cam Python package (EigenGradCAM), after Muhammad and Yeasin, 2020,"
                        + " arXiv 2008.00299",
                "cleaner maps than HiResCAM's of one target, where many channels repeat each other",
                "drops all but one direction, and with it evidence that other channels carry");
    }

    @Override
    public NDArray map(Evidence evidence) {
        NDArray products = evidence.gradient().mul(evidence.activation());
        return PrincipalMap.linear(products, PrincipalMap.Sign.SUM);
    }
}
