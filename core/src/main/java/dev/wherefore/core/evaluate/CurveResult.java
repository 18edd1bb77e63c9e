package dev.wherefore.core.evaluate;

import java.util.List;

/**
 * A mean curve of a check, over all maps of a method or a baseline.
 *
 * @param source the method or baseline
 * @param baseline whether it is a baseline
 * @param curve the curve's name, such as {@code deletion}
 * @param shares which share of the picture's places is changed, rising
 * @param confidences the mean confidence at each
 */
public record CurveResult(
        String source,
        boolean baseline,
        String curve,
        List<Double> shares,
        List<Estimate> confidences) {

    /** Copies the lists. */
    public CurveResult {
        shares = List.copyOf(shares);
        confidences = List.copyOf(confidences);
    }
}
