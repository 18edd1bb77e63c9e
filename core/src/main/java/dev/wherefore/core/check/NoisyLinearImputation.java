package dev.wherefore.core.check;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.SplittableRandom;

/**
 * Fills removed places of a picture by what their surroundings suggest: each is the weighted mean
 * of its eight neighbours, which weigh 1/6 beside and 1/12 across the corner, whether these are
 * removed or not; at the picture's border, of the neighbours that are there. To that noise is
 * added, so that a network cannot tell what was removed by its smoothness.
 *
 * @see <a href="https://arxiv.org/abs/2202.00449">Rong et al., A Consistent and Efficient
 *     Evaluation Strategy for Attribution Methods, 2022, section 4</a>
 * @see LinearImputation
 */
public final class NoisyLinearImputation {

    private NoisyLinearImputation() {}

    /**
     * Returns a picture with its removed places filled.
     *
     * @param picture the picture
     * @param kept {@code (H, W)}: 0 where a place is removed; something is kept
     * @param noise the standard deviation of the noise, 0 for none
     * @param dice where it comes from
     * @return the filled picture
     * @throws IllegalArgumentException if nothing is kept, or the sizes differ
     */
    public static PixelMap of(PixelMap picture, Plane kept, double noise, SplittableRandom dice) {
        picture.requireSizeOf(kept);
        if (kept.max() == 0) {
            throw new IllegalArgumentException("nothing is kept that could fill the rest");
        }
        float[] keeps = kept.toArray();
        boolean[] removed = new boolean[keeps.length];
        for (int i = 0; i < removed.length; i++) {
            removed[i] = keeps[i] == 0;
        }
        LinearImputation imputation = new LinearImputation(kept.height(), kept.width(), removed);
        float[] values = picture.toArray();
        double[] plane = new double[keeps.length];
        for (int from = 0; from < values.length; from += plane.length) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = values[from + i];
            }
            imputation.fill(plane);
            for (int i = 0; i < plane.length; i++) {
                if (removed[i]) {
                    double added = noise == 0 ? 0 : noise * dice.nextGaussian();
                    values[from + i] = (float) (plane[i] + added);
                }
            }
        }
        return PixelMap.of(picture.channels(), picture.height(), picture.width(), values);
    }
}
