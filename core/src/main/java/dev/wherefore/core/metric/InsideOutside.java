package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import java.util.OptionalDouble;

/**
 * How much hotter the map is inside the object's box than outside: the mean inside over the mean
 * outside. A map that is the same everywhere has 1. Where nearly all heat is inside, the ratio
 * tells little more: it counts as {@value #MOST} at most.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Grad-CAM, Selvaraju et al., section 8.1, which
 *     compares captions' maps with DenseCap's boxes so</a>
 */
public final class InsideOutside implements Metric {

    /** The largest ratio. */
    static final double MOST = 100;

    /** Constructs the metric. */
    public InsideOutside() {}

    @Override
    public MetricCard card() {
        return new MetricCard(
                "inside-outside",
                "inside / outside",
                "The mean heat inside the object's box over the mean outside.",
                0,
                MOST,
                true,
                "Selvaraju et al., 2016, arXiv 1610.02391, section 8.1");
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth) {
        truth.requireSizeOf(heat);
        if (!heat.evidence()) {
            return OptionalDouble.of(0);
        }
        Plane map = heat.map();
        double inside = 0;
        double outside = 0;
        long places = 0;
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                float value = map.at(y, x);
                double hot = value > 0 ? value : 0;
                if (isInside(truth, y, x)) {
                    inside += hot;
                    places++;
                } else {
                    outside += hot;
                }
            }
        }
        long others = (long) map.height() * map.width() - places;
        if (places == 0 || others == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                Math.min(MOST, (inside / places) / Math.max(outside / others, 1e-12)));
    }

    private static boolean isInside(Truth truth, int y, int x) {
        for (Rectangle box : truth.boxes()) {
            if (x + 0.5 >= box.left()
                    && x + 0.5 < box.right()
                    && y + 0.5 >= box.top()
                    && y + 0.5 < box.bottom()) {
                return true;
            }
        }
        return false;
    }
}
