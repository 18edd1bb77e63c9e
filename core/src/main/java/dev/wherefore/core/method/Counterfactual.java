package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * The counterfactual explanation: Grad-CAM with the gradient negated, {@code α_k = mean(−G_k)}. It
 * shows what speaks against the target, and would raise its score if it were gone.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 3.3, equation
 *     3</a>
 */
public final class Counterfactual implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "counterfactual",
                "Counterfactual",
                "Σ_k mean(-G_k) · A_k",
                "gradient at a layer",
                "1 F + 1 b",
                "Selvaraju et al., Grad-CAM, 2017/2020, arXiv 1610.02391, section 3.3",
                "seeing what made the network doubt",
                "the negative of the raw Grad-CAM map, not 1 minus the heatmap");
    }

    @Override
    public NDArray map(Evidence evidence) {
        return evidence.weighted(Evidence.meanOverPlaces(evidence.gradient().neg()));
    }
}
