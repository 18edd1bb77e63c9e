package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * Grad-CAM++: {@code Σ_k w_k A_k} with {@code w_k = Σ_ij α_kij max(G_kij, 0)} and {@code α = G² /
 * (2 G² + S_k G³ + 1e-6)}, {@code S_k = Σ_ij A_kij}, α zero where G is.
 *
 * <p>As in the {@code grad-cam} package: the paper's third derivatives for {@code exp(score)},
 * without the exponential and without normalising α.
 *
 * @see <a href="https://arxiv.org/abs/1710.11063">Chattopadhay et al., Grad-CAM++, 2018, equations
 *     10 and 19</a>
 */
public final class GradCamPlusPlus implements LayerMethod {

    private static final float EPSILON = 1e-6f;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "grad-cam++",
                "Grad-CAM++",
                "Σ_k Σ_ij(α_k · max(G_k, 0)) · A_k, α = G²/(2G² + ΣA_k·G³)",
                "gradient at a layer",
                "1 F + 1 b",
                "Chattopadhay et al., Grad-CAM++, 2018, arXiv 1710.11063",
                "several objects of one class",
                "close to a sum of positive gradients: less class-discriminative");
    }

    @Override
    public NDArray map(Evidence evidence) {
        NDArray g = evidence.gradient();
        NDArray square = g.mul(g);
        return map(evidence, g, square, square.mul(g));
    }

    /**
     * The map of gradients' first three powers, which may be means, each {@code (R, C, h, w)}.
     *
     * @return {@code (R, h, w)}
     */
    static NDArray map(Evidence evidence, NDArray first, NDArray square, NDArray cube) {
        NDArray sums =
                Evidence.sumOverPlaces(evidence.activation())
                        .reshape(first.getShape().get(0), first.getShape().get(1), 1, 1);
        NDArray alpha = square.div(square.mul(2).add(sums.mul(cube)).add(EPSILON));
        NDArray wanted = alpha.mul(first.neq(0).toType(first.getDataType(), false));
        return evidence.weighted(Evidence.sumOverPlaces(wanted.mul(first.maximum(0))));
    }
}
