package dev.wherefore.core.method;

/**
 * SmoothGrad: the mean of the gradients at the picture with Gaussian noise added.
 *
 * @see <a href="https://arxiv.org/abs/1706.03825">Smilkov et al., SmoothGrad, 2017, section 3</a>
 */
public final class SmoothGrad implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "smooth-grad",
                "SmoothGrad",
                "mean over noise of ∂target/∂x at x + noise",
                "gradients at the input, a pass for each of n samples",
                "n F + n B",
                "Smilkov et al., SmoothGrad, 2017, arXiv 1706.03825, section 3",
                "sharper pixel maps than the gradient's",
                "depends on the noise's strength, and on the seed");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        return Attribution.ofPixels(NoisyGradients.atInput(source).powers(1)[0]);
    }
}
