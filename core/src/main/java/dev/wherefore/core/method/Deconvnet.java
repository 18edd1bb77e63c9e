package dev.wherefore.core.method;

import dev.wherefore.core.engine.ReluRule;

/**
 * Deconvnet: the gradient at the input, where the way back lets through at each ReLU only what is
 * positive, {@code g · [g > 0]}, whatever the input was.
 *
 * @see <a href="https://arxiv.org/abs/1311.2901">Zeiler and Fergus, Visualizing and Understanding
 *     Convolutional Networks, 2014, section 2.1</a>
 */
public final class Deconvnet implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "deconvnet",
                "Deconvnet",
                "∂target/∂x with g·[g>0] at every ReLU",
                "gradient at the input, ReLU cuts",
                "1 F + 1 B",
                "Zeiler and Fergus, 2014, arXiv 1311.2901",
                "comparison with older work",
                "hardly depends on the class or on the picture");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        return Attribution.ofPixels(source.atInput(ReluRule.DECONVNET));
    }
}
