package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * Grad-CAM: {@code Σ_k α_k A_k} with {@code α_k} the mean of {@code G_k} over the places.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 3, equations
 *     1 and 2</a>
 */
public final class GradCam implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "grad-cam",
                "Grad-CAM",
                "Σ_k mean(G_k) · A_k",
                "gradient at a layer",
                "1 F + 1 b",
                "Selvaraju et al., Grad-CAM, 2017/2020, arXiv 1610.02391, section 3",
                "the first map to look at: class-discriminative, smooth, cheap",
                "coarse (the size of the layer); may cover one of several objects only");
    }

    @Override
    public NDArray map(Evidence evidence) {
        return evidence.weighted(Evidence.meanOverPlaces(evidence.gradient()));
    }
}
