package dev.wherefore.core.method;

import dev.wherefore.core.target.Target;

/**
 * Finer-CAM: Grad-CAM of what tells a class, word or answer from those most like it. With y its
 * logit, {@code y_j} the three logits nearest to it and {@code p_j} their probabilities, the number
 * that is differentiated is {@code Σ_j p_j (y − y_j) / Σ_j p_j}; the gradient goes through the
 * probabilities too.
 *
 * <p>This is the {@code grad-cam} package's form, with its comparison strength α = 1. The 1e-9 that
 * it adds below the line is left out: where the three are less likely than that, it would make a
 * map of what suppresses the likeliest class instead.
 *
 * @see <a href="https://arxiv.org/abs/2501.11309">Zhang and others, Finer-CAM, CVPR 2025</a>
 * @see Target#finer
 */
public final class FinerCam implements Method {

    private static final int SIMILAR = 3;

    private final GradCam gradCam = new GradCam();

    @Override
    public MethodCard card() {
        return new MethodCard(
                "finer-cam",
                "Finer-CAM",
                "Grad-CAM of Σ_j p_j·(y - y_j) / Σ_j p_j, j the 3 classes of the nearest logits",
                "gradient at a layer",
                "1 F + 1 b",
                "Zhang and others, Finer-CAM, CVPR 2025, arXiv 2501.11309; as in the grad-cam"
                        + " Python package",
                "telling a class, word or answer from what it is most easily taken for",
                "needs a target that is one class, word or answer; shows little of what similar"
                        + " ones share; shares no pass with other methods");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        return gradCam.attribute(source.about(target -> target.finer(SIMILAR)));
    }
}
