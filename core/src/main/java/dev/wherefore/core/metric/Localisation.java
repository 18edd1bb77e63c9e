package dev.wherefore.core.metric;

import java.util.OptionalDouble;

/**
 * Whether the box around the hot part of the map finds the object: 1 if {@link BoxIou} is at least
 * one half, else 0. The mean is the localisation accuracy for a class that is known to be there.
 *
 * @see <a href="https://arxiv.org/abs/1409.0575">Russakovsky et al., ImageNet Large Scale Visual
 *     Recognition Challenge, 2015, section 4.2</a>
 */
public final class Localisation implements Metric {

    private static final double FOUND = 0.5;

    /** Constructs the metric. */
    public Localisation() {}

    @Override
    public MetricCard card() {
        return new MetricCard(
                "localisation",
                "localisation",
                "How often the box around the heat overlaps the object's box by an IoU of one half"
                        + " at least.",
                0,
                1,
                true,
                "Russakovsky et al., 2015, arXiv 1409.0575, section 4.2");
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth) {
        truth.requireSizeOf(heat);
        return OptionalDouble.of(BoxIou.best(heat, truth) >= FOUND ? 1 : 0);
    }
}
