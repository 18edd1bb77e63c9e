package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.Curve;
import dev.wherefore.core.explain.Passes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A map and its numbers.
 *
 * @param source the method or baseline
 * @param evidence whether it says anything
 * @param values the number by each metric, then by each check, in the config's order
 * @param checked whether it was checked
 * @param curves what checks were drawn from
 * @param seconds the time that the map took; nothing for a baseline
 * @param passes the passes that the map took; nothing for a baseline
 * @param pointing that of the pointing game, asked for or not
 */
record MeasuredMap(
        String source,
        boolean evidence,
        List<OptionalDouble> values,
        boolean checked,
        List<Curve> curves,
        OptionalDouble seconds,
        Optional<Passes> passes,
        double pointing) {

    /** Copies the lists. */
    MeasuredMap {
        values = List.copyOf(values);
        curves = List.copyOf(curves);
    }
}
