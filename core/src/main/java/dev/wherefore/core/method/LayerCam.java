package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * LayerCAM: {@code Σ_k max(G_k, 0) ⊙ A_k}.
 *
 * @see <a href="https://doi.org/10.1109/TIP.2021.3089943">Jiang et al., LayerCAM, IEEE TIP 2021</a>
 */
public final class LayerCam implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "layer-cam",
                "LayerCAM",
                "Σ_k max(G_k, 0) ⊙ A_k",
                "gradient at a layer",
                "1 F + 1 b",
                "Jiang et al., LayerCAM, IEEE TIP 2021",
                "early and middle layers: finer maps",
                "shows only what speaks for the target");
    }

    @Override
    public NDArray map(Evidence evidence) {
        return evidence.weightedByPlace(evidence.gradient().maximum(0));
    }
}
