package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * ShapleyCAM: Grad-CAM to the second order, {@code Σ_k mean(G_k − ½ (H A)_k) · A_k} with H the
 * target's second derivatives by the layer's values. {@code H A} is the gradient of {@code G · A}
 * with A held fixed in the product, so H itself is never made.
 *
 * <p>Where everything behind the layer is piecewise linear, H is zero and this is Grad-CAM.
 *
 * @see <a href="https://arxiv.org/abs/2501.06261">Cai, CAMs as Shapley Value-based Explainers,
 *     2025</a>
 */
public final class ShapleyCam implements Method {

    private final GradCam gradCam = new GradCam();

    @Override
    public MethodCard card() {
        return new MethodCard(
                "shapley-cam",
                "ShapleyCAM",
                "Σ_k mean(G_k - ½·(H·A)_k) · A_k, H the second derivatives",
                "gradient and second derivatives at a layer",
                "1 F + 3 b",
                "Cai, CAMs as Shapley Value-based Explainers, 2025, arXiv 2501.06261",
                "heads that are curved: recurrent decoders, attention, probabilities",
                "equals Grad-CAM where only ReLUs, pooling and linear layers follow; shares no pass"
                        + " with other methods");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        List<NDArray> maps = new ArrayList<>();
        source.atLayersToSecondOrder().forEach(evidence -> maps.add(gradCam.map(evidence)));
        return Attribution.ofMaps(maps);
    }
}
