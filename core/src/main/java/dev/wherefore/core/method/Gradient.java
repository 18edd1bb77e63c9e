package dev.wherefore.core.method;

import dev.wherefore.core.engine.ReluRule;

/**
 * The plain gradient at the input, {@code ∂target/∂x}.
 *
 * @see <a href="https://arxiv.org/abs/1312.6034">Simonyan et al., Deep Inside Convolutional
 *     Networks, 2013, section 3</a>
 */
public final class Gradient implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "gradient",
                "Gradient",
                "∂target/∂x",
                "gradient at the input",
                "1 F + 1 B",
                "Simonyan et al., 2013, arXiv 1312.6034",
                "a fine-grained first look",
                "noisy; says where a change would matter, not what was used");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        return Attribution.ofPixels(source.atInput(ReluRule.GRADIENT));
    }
}
