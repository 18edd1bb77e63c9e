package dev.wherefore.core.evaluate;

import java.util.Map;
import java.util.Optional;

/**
 * How right the maps of a method or a baseline are.
 *
 * @param name its name
 * @param baseline whether it is a baseline
 * @param maps how many maps were measured
 * @param withoutEvidence how many of them say nothing, and count as misses
 * @param metrics the mean by each metric that applied, in the config's order
 */
public record SourceResult(
        String name,
        boolean baseline,
        int maps,
        int withoutEvidence,
        Map<String, Estimate> metrics) {

    /**
     * Returns the mean by a metric.
     *
     * @param metric the metric's name
     * @return the mean, or nothing if the metric was not asked for or did not apply
     */
    public Optional<Estimate> metric(String metric) {
        return Optional.ofNullable(metrics.get(metric));
    }
}
