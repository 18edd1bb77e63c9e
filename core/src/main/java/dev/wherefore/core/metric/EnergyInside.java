package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import java.util.OptionalDouble;

/**
 * The energy-based pointing game: the share of all heat that lies on the object.
 *
 * <p>The paper sums inside the box; the mask is known here and is used.
 *
 * @see <a href="https://arxiv.org/abs/1910.01279">Wang et al., Score-CAM, 2020, section 4.3</a>
 */
public final class EnergyInside implements Metric {

    /** Constructs the metric. */
    public EnergyInside() {}

    @Override
    public MetricCard card() {
        return new MetricCard(
                "energy-inside",
                "energy inside",
                "Which share of all heat lies on the object.",
                0,
                1,
                true,
                "Wang et al., 2020, arXiv 1910.01279, section 4.3, with masks for boxes");
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth) {
        truth.requireSizeOf(heat);
        if (!heat.evidence()) {
            return OptionalDouble.of(0);
        }
        Plane map = heat.map();
        double all = 0;
        double inside = 0;
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                float value = map.at(y, x);
                if (value > 0) {
                    all += value;
                    inside += truth.mask().contains(x, y) ? value : 0;
                }
            }
        }
        return OptionalDouble.of(inside / all);
    }
}
