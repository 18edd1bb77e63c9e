package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import java.util.OptionalDouble;

/**
 * How much of the picture a map marks: the mean of its heat, where its hottest place is 1. A map
 * that marks little is simple; that it is right it does not say.
 *
 * @see <a href="https://arxiv.org/abs/2104.10252">Poppi et al., Revisiting the Evaluation of Class
 *     Activation Mapping for Explainability, 2021, section 3</a>
 */
public final class Complexity implements Metric {

    /** Constructs the metric. */
    public Complexity() {}

    @Override
    public MetricCard card() {
        return new MetricCard(
                "complexity",
                "complexity",
                "How much of the picture a map marks: the mean of its heat, 1 where it is hottest.",
                0,
                1,
                false,
                "Poppi et al., 2021, arXiv 2104.10252, section 3");
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth) {
        truth.requireSizeOf(heat);
        if (!heat.evidence()) {
            return OptionalDouble.of(1);
        }
        float most = heat.map().max();
        return OptionalDouble.of(of(heat.map().map(v -> v / most)));
    }

    /**
     * Returns the complexity of a map.
     *
     * @param heat the map, {@code (h, w)} in [0, 1]; what is not above 0 counts as 0
     * @return its mean, from 0 to 1
     */
    public static double of(Plane heat) {
        double sum = 0;
        float[] values = heat.toArray();
        for (float value : values) {
            sum += value > 0 ? value : 0;
        }
        return sum / values.length;
    }
}
