package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.ReluRule;

/**
 * Input times gradient: {@code x ⊙ ∂target/∂x}, on the picture as the network is given it.
 *
 * @see <a href="https://arxiv.org/abs/1605.01713">Shrikumar et al., Not Just a Black Box, 2016</a>
 */
public final class InputTimesGradient implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "input-x-gradient",
                "Input × gradient",
                "x ⊙ ∂target/∂x",
                "gradient at the input",
                "1 F + 1 B",
                "Shrikumar et al., 2016, arXiv 1605.01713",
                "a first guess at what each pixel adds",
                "says nothing about pixels of the mean colour, which are 0 after normalisation");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        NDArray gradient = source.atInput(ReluRule.GRADIENT);
        return Attribution.ofPixels(gradient.mul(Rows.like(gradient, source.pictures())));
    }
}
