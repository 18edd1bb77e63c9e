package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.scene.Mask;
import java.util.OptionalDouble;

/**
 * The pointing game: whether the hottest pixel lies on the object. 1 for a hit, 0 for a miss.
 *
 * <p>Several pixels may be equally hot, such as the corner of an enlarged map. The literature does
 * not say what to do then, and the first one, which programs take, leans to the upper left. Here
 * the number is the share of these pixels that hit: what to expect if one of them is chosen
 * blindly.
 *
 * <p>With a tolerance a pixel hits if an object's pixel lies within so many pixels of it, centre to
 * centre. TorchRay (Fong et al., 2019) uses 15, for boxes and masks drawn by people; drawn scenes
 * have exact masks and need none.
 *
 * @see <a href="https://arxiv.org/abs/1608.00507">Zhang et al., Top-down Neural Attention by
 *     Excitation Backprop, 2016</a>
 */
public final class PointingGame implements Metric {

    private final int tolerance;

    /**
     * Constructs the game.
     *
     * @param tolerance how far beside the object still hits, in pixels of the picture, at least 0
     * @throws IllegalArgumentException if the tolerance is negative
     */
    public PointingGame(int tolerance) {
        if (tolerance < 0) {
            throw new IllegalArgumentException("tolerance must be at least 0, found " + tolerance);
        }
        this.tolerance = tolerance;
    }

    @Override
    public MetricCard card() {
        boolean exact = tolerance == 0;
        return new MetricCard(
                exact ? "pointing-game" : "pointing-game-" + tolerance,
                exact ? "pointing game" : "pointing game, " + tolerance + " px",
                exact
                        ? "How often the hottest pixel lies on the object."
                        : "How often the hottest pixel lies on the object or at most "
                                + tolerance
                                + " pixels beside it.",
                0,
                1,
                true,
                "Zhang et al., 2016, arXiv 1608.00507");
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth) {
        truth.requireSizeOf(heat);
        if (!heat.evidence()) {
            return OptionalDouble.of(0);
        }
        Plane map = heat.map();
        float max = 0;
        int hottest = 0;
        int hits = 0;
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                float value = map.at(y, x);
                if (value > max) {
                    max = value;
                    hottest = 0;
                    hits = 0;
                }
                if (value == max && max > 0) {
                    hottest++;
                    hits += hits(truth.mask(), x, y) ? 1 : 0;
                }
            }
        }
        return OptionalDouble.of(hits / (double) hottest);
    }

    private boolean hits(Mask mask, int x, int y) {
        for (int dy = -tolerance; dy <= tolerance; dy++) {
            for (int dx = -tolerance; dx <= tolerance; dx++) {
                if (dx * dx + dy * dy <= tolerance * tolerance && mask.contains(x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }
}
