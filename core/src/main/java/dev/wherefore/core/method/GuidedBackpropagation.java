package dev.wherefore.core.method;

import dev.wherefore.core.engine.ReluRule;

/**
 * Guided backpropagation: the gradient at the input, where the way back lets through at each ReLU
 * only what is positive and came from a positive input, {@code g · [x > 0] · [g > 0]}. ReLU6
 * likewise, with {@code [0 < x < 6]}.
 *
 * @see <a href="https://arxiv.org/abs/1412.6806">Springenberg et al., Striving for Simplicity,
 *     2015, section 3.4</a>
 */
public final class GuidedBackpropagation implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "guided-backpropagation",
                "Guided backpropagation",
                "∂target/∂x with g·[x>0]·[g>0] at every ReLU",
                "gradient at the input, ReLU cuts",
                "1 F + 1 B",
                "Springenberg et al., 2015, arXiv 1412.6806",
                "sharp pictures of the edges that mattered",
                "hardly depends on the class; equals the plain gradient on a network without"
                        + " ReLUs");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        return Attribution.ofPixels(source.atInput(ReluRule.GUIDED));
    }
}
