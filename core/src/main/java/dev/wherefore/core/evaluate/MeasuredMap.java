package dev.wherefore.core.evaluate;

import dev.wherefore.core.metric.HeatOnPicture;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A map and its numbers.
 *
 * @param source the method or baseline
 * @param heat the map on the picture
 * @param values the number by each metric, in the config's order
 * @param pointing that of the pointing game, asked for or not
 */
record MeasuredMap(
        String source, HeatOnPicture heat, List<OptionalDouble> values, double pointing) {

    /** Copies the list. */
    MeasuredMap {
        values = List.copyOf(values);
    }
}
