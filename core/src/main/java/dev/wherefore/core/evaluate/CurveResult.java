package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.Curve;
import java.util.List;

/**
 * A mean curve of a check, over all maps of a method or a baseline.
 *
 * @param source the method or baseline
 * @param baseline whether it is a baseline
 * @param curve the curve's name, such as {@code deletion}
 * @param kind what is counted, and of what
 * @param shares which share is changed, rising
 * @param values the mean at each
 */
public record CurveResult(
        String source,
        boolean baseline,
        String curve,
        Curve.Kind kind,
        List<Double> shares,
        List<Estimate> values) {

    /** Copies the lists. */
    public CurveResult {
        shares = List.copyOf(shares);
        values = List.copyOf(values);
    }
}
