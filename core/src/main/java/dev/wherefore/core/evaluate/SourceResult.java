package dev.wherefore.core.evaluate;

import dev.wherefore.core.explain.Passes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How right the maps of a method or a baseline are.
 *
 * @param name its name
 * @param baseline whether it is a baseline
 * @param maps how many maps were measured
 * @param withoutEvidence how many of them say nothing, and count as misses
 * @param checked how many of them were checked
 * @param seconds the time of a map; nothing for a baseline
 * @param passes the passes of a map, in the mean; nothing for a baseline
 * @param metrics the mean by each metric and check that applied, in the config's order
 */
public record SourceResult(
        String name,
        boolean baseline,
        int maps,
        int withoutEvidence,
        int checked,
        Optional<Estimate> seconds,
        Optional<Passes> passes,
        Map<String, Estimate> metrics) {

    /**
     * Returns these numbers and one more.
     *
     * @param metric what it is called
     * @param estimate the number
     * @return the result
     */
    SourceResult with(String metric, Estimate estimate) {
        Map<String, Estimate> more = new LinkedHashMap<>(metrics);
        more.put(metric, estimate);
        return new SourceResult(
                name, baseline, maps, withoutEvidence, checked, seconds, passes, more);
    }

    /**
     * Returns the mean by a metric or a check.
     *
     * @param metric the name of the metric or check
     * @return the mean, or nothing if the metric was not asked for or did not apply
     */
    public Optional<Estimate> metric(String metric) {
        return Optional.ofNullable(metrics.get(metric));
    }
}
