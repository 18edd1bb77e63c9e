package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.ReluRule;

/**
 * Integrated gradients: {@code x ⊙ ∫ ∂target/∂x (α x) dα}, α from 0 to 1. The numbers add up to the
 * score less that of a picture of zeros, but for the error of the quadrature, which is reported.
 *
 * @see <a href="https://arxiv.org/abs/1703.01365">Sundararajan et al., Axiomatic Attribution for
 *     Deep Networks, 2017, section 3, equation 1, and section 5 for the steps</a>
 */
public final class IntegratedGradients implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "integrated-gradients",
                "Integrated gradients",
                "x ⊙ ∫ ∂target/∂x (αx) dα",
                "gradients at the input, a pass for each of n steps",
                "n F + n B",
                "Sundararajan et al., 2017, arXiv 1703.01365, section 3",
                "numbers that add up to the score's change from a blank picture",
                "pixels of the baseline's colour get nothing; raise the steps where the"
                        + " completeness error is large");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        NDArray pictures = source.pictures();
        MethodSettings.Integral how = source.settings().integral();
        NDArray sum = source.atInput(ReluRule.GRADIENT).zerosLike();
        for (QuadraturePoint point : QuadraturePoint.of(how.quadrature(), how.steps())) {
            try (NDManager scope = pictures.getManager().newSubManager()) {
                NDArray dimmed = pictures.mul(point.place());
                dimmed.attach(scope);
                NDArray gradient =
                        source.about(dimmed, changed -> changed.atInput(ReluRule.GRADIENT));
                gradient.attach(scope);
                sum.addi(gradient.mul(point.weight()));
            }
        }
        NDArray pixels = sum.mul(Rows.like(sum, pictures));
        return Attribution.ofPixels(pixels).complete(error(source, pixels));
    }

    /** By how much the sum of each row's numbers misses the score's change from a blank picture. */
    private static float[] error(EvidenceSource source, NDArray pixels) {
        float[] sums = pixels.sum(new int[] {1, 2, 3}).toFloatArray();
        float[] whole = source.scores();
        NDArray blank = source.pictures().zerosLike();
        NDArray before =
                source.about(blank, changed -> blank.getManager().create(changed.scores()));
        float[] blanks = before.toFloatArray();
        for (int i = 0; i < sums.length; i++) {
            sums[i] -= whole[i] - blanks[i];
        }
        return sums;
    }
}
