package dev.wherefore.core.metric;

import java.util.List;
import java.util.OptionalDouble;

/** A way to say in a number how right a heatmap is. Bound by name in {@link MetricModule}. */
public interface Metric {

    /**
     * Returns what a user needs to know about it.
     *
     * @return the card
     */
    MetricCard card();

    /**
     * Returns how right a heatmap is. A map that says nothing ({@link HeatOnPicture#evidence()}) is
     * the worst there can be, not left out.
     *
     * @param heat the heatmap
     * @param truth where the heat belongs, of the same picture
     * @return the number, or nothing where the metric does not apply to this picture
     * @throws IllegalArgumentException if heatmap and truth are not of the same size
     */
    OptionalDouble of(HeatOnPicture heat, Truth truth);

    /**
     * Returns how right a heatmap is beside others of its picture.
     *
     * @param heat the heatmap
     * @param truth where the heat belongs
     * @param others what the same method marks for all else that is looked for in the picture
     * @return the number; that of the heatmap alone, unless the metric compares
     */
    default OptionalDouble of(HeatOnPicture heat, Truth truth, List<Located> others) {
        return of(heat, truth);
    }

    /**
     * A heatmap and where its heat belongs.
     *
     * @param heat the heatmap
     * @param truth where the heat belongs
     */
    record Located(HeatOnPicture heat, Truth truth) {}
}
