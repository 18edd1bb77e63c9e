package dev.wherefore.classification.diagnose;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.method.Attribution;
import dev.wherefore.core.method.Evidence;
import dev.wherefore.core.method.EvidenceSource;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodCard;
import java.util.Locale;

/**
 * Grad-CAM, and Grad-CAM with one of its parts changed.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, appendix B</a>
 */
enum GradCamVariant implements Method {
    /** Grad-CAM as it is. */
    GRAD_CAM("Grad-CAM", "max(0, Σ_k mean(G_k) · A_k)"),
    /** What speaks against the class is not cut off: the coldest place is 0. */
    WITHOUT_RELU("without the ReLU", "Σ_k mean(G_k) · A_k, less its smallest value") {
        @Override
        NDArray map(Evidence evidence) {
            NDArray map = super.map(evidence);
            long rows = map.getShape().get(0);
            return map.sub(map.reshape(rows, -1).min(new int[] {1}).reshape(rows, 1, 1));
        }
    },
    /** A channel weighs as much when it speaks against the class. */
    ABSOLUTE("absolute gradients", "max(0, Σ_k mean(|G_k|) · A_k)") {
        @Override
        NDArray weights(NDArray gradient) {
            return Evidence.meanOverPlaces(gradient.abs());
        }
    },
    /** A channel's weight is its gradient at the place where that is largest. */
    MAX_POOLING("maximum for the mean", "max(0, Σ_k max(G_k) · A_k)") {
        @Override
        NDArray weights(NDArray gradient) {
            return gradient.reshape(gradient.getShape().get(0), gradient.getShape().get(1), -1)
                    .max(new int[] {2});
        }
    },
    /** The gradient is that of guided backpropagation. */
    GUIDED("guided ReLUs behind the layer", "Grad-CAM, G by guided backpropagation") {
        @Override
        ReluRule rule() {
            return ReluRule.GUIDED;
        }
    },
    /** The gradient is that of a deconvolution network. */
    DECONVNET("deconvnet ReLUs behind the layer", "Grad-CAM, G by a deconvolution network") {
        @Override
        ReluRule rule() {
            return ReluRule.DECONVNET;
        }
    };

    private final String words;
    private final String formula;

    GradCamVariant(String words, String formula) {
        this.words = words;
        this.formula = formula;
    }

    /** What it is, in words. */
    String words() {
        return words;
    }

    NDArray weights(NDArray gradient) {
        return Evidence.meanOverPlaces(gradient);
    }

    NDArray map(Evidence evidence) {
        return evidence.weighted(weights(evidence.gradient()));
    }

    ReluRule rule() {
        return ReluRule.GRADIENT;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        return Attribution.ofMaps(source.atLayers(rule()).stream().map(this::map).toList());
    }

    @Override
    public MethodCard card() {
        return new MethodCard(
                name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words,
                formula,
                "gradient at a layer",
                "1 F + 1 b",
                "Selvaraju et al., Grad-CAM, 2017/2020, arXiv 1610.02391, appendix B",
                "seeing what each part of Grad-CAM is for",
                "made for comparison alone");
    }
}
