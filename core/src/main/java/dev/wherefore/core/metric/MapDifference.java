package dev.wherefore.core.metric;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How much a map differs from those of other things in the picture: 1 less Pearson's correlation,
 * the mean over all things that share no pixel with this one. A method whose maps are the same
 * whatever it is asked about has 0; unrelated maps have 1. Other maps that say nothing are left
 * out, and where there is no other the metric does not apply.
 */
public final class MapDifference implements Metric {

    private static final double MOST = 2;

    /** Constructs the metric. */
    public MapDifference() {}

    @Override
    public MetricCard card() {
        return new MetricCard(
                "difference",
                "difference between targets",
                "How much the maps of things at different places of a picture differ.",
                0,
                MOST,
                true,
                "our own; 1 less Pearson's correlation");
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth) {
        return of(heat, truth, List.of());
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth, List<Located> others) {
        truth.requireSizeOf(heat);
        List<Located> elsewhere =
                others.stream()
                        .filter(other -> other.heat().evidence())
                        .filter(other -> !truth.mask().meets(other.truth().mask()))
                        .toList();
        if (elsewhere.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!heat.evidence()) {
            return OptionalDouble.of(0);
        }
        return OptionalDouble.of(
                elsewhere.stream()
                        .mapToDouble(
                                other ->
                                        1
                                                - Correlation.of(heat.map(), other.heat().map())
                                                        .orElse(1))
                        .average()
                        .orElse(0));
    }
}
