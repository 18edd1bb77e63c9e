package dev.wherefore.core.metric;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;

/**
 * A bell around the picture's centre: people put what matters there. Its standard deviation is an
 * eighth of each side, so its box at 15 % of the maximum is the middle half of the picture.
 *
 * @see <a href="https://arxiv.org/abs/2001.07437">Choe et al., Evaluating Weakly Supervised Object
 *     Localization Methods Right, 2020</a>, whose baseline it is, with a width of our own
 */
public final class CentreBaseline implements Baseline {

    private static final double SIGMAS_PER_SIDE = 8;

    /** Constructs the baseline. */
    public CentreBaseline() {}

    @Override
    public String name() {
        return "centre";
    }

    @Override
    public String meaning() {
        return "A bell around the picture's centre; its box is the middle half.";
    }

    @Override
    public Plane map(Sight sight) {
        Geometry geometry = sight.geometry();
        double[] rows = bell(geometry.picture().height());
        double[] columns = bell(geometry.picture().width());
        return Plane.compute(rows.length, columns.length, (y, x) -> (float) (rows[y] * columns[x]));
    }

    private static double[] bell(int side) {
        double[] bell = new double[side];
        for (int i = 0; i < side; i++) {
            double sigmas = SIGMAS_PER_SIDE * (i + 0.5 - side / 2.0) / side;
            bell[i] = Math.exp(-sigmas * sigmas / 2);
        }
        return bell;
    }
}
