package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * Seg-Eigen-CAM: Eigen-CAM of {@code |G| ⊙ A}, with the sign for which the value of largest
 * magnitude is positive.
 *
 * @see <a href="https://doi.org/10.3390/app15137562">Chung and Ying, Seg-Eigen-CAM, Applied
 *     Sciences 2025, sections 3.2.1 and 3.2.2, equations 10 to 13</a>
 */
public final class SegEigenCam implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "seg-eigen-cam",
                "Seg-Eigen-CAM",
                "(P - mean) · v, P = |G| ⊙ A, v the first right singular vector of P - mean; the"
                        + " value of largest magnitude is positive",
                "gradient at a layer",
                "1 F + 1 b",
                "Chung and Ying, Seg-Eigen-CAM, Applied Sciences 2025, doi 10.3390/app15137562,"
                        + " sections 3.2.1 and 3.2.2",
                "targets that are sums over a region, as of segmentations",
                "does not tell what speaks for the target from what speaks against it");
    }

    @Override
    public NDArray map(Evidence evidence) {
        NDArray products = evidence.gradient().abs().mul(evidence.activation());
        return PrincipalMap.linear(products, PrincipalMap.Sign.LARGEST);
    }
}
