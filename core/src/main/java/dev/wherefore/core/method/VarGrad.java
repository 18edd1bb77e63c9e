package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * VarGrad: the variance of the gradients at the picture with Gaussian noise added.
 *
 * @see <a href="https://arxiv.org/abs/1810.03307">Adebayo et al., Local Explanation Methods for
 *     Deep Neural Networks Lack Sensitivity to Parameter Values, 2018, section 2</a>
 */
public final class VarGrad implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "var-grad",
                "VarGrad",
                "variance over noise of ∂target/∂x at x + noise",
                "gradients at the input, a pass for each of n samples",
                "n F + n B",
                "Adebayo et al., 2018, arXiv 1810.03307, section 2",
                "where the gradient changes most: edges the score hangs on",
                "has no sign; depends on the noise's strength, and on the seed");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        NDArray[] means = NoisyGradients.atInput(source).powers(2);
        return Attribution.ofPixels(means[1].sub(means[0].square()).maximum(0));
    }
}
