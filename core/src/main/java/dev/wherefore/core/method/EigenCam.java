package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * Eigen-CAM: the projection of each place's activations on the first principal component, {@code A
 * v}, with A {@code (h·w, C)} less each channel's mean. Neither gradient nor target have a part in
 * it.
 *
 * <p>Deviation from the paper, as in the {@code grad-cam} package: the means are taken away first.
 * The sign, which the paper leaves open, is that for which the value of largest magnitude is
 * positive.
 *
 * @see <a href="https://arxiv.org/abs/2008.00299">Muhammad and Yeasin, Eigen-CAM, 2020</a>
 */
public final class EigenCam implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "eigen-cam",
                "Eigen-CAM",
                "(A - mean) · v, v the first right singular vector of A - mean; the value of"
                        + " largest magnitude is positive",
                "activation at a layer",
                "1 F + 1 b",
                "Muhammad and Yeasin, Eigen-CAM, 2020, arXiv 2008.00299",
                "what the layer sees most of, where gradients are not to be trusted",
                "the same for every target; with several objects of different sorts it shows"
                        + " mostly one");
    }

    @Override
    public NDArray map(Evidence evidence) {
        return PrincipalMap.linear(evidence.activation(), PrincipalMap.Sign.LARGEST);
    }
}
