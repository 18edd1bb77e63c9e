package dev.wherefore.core.metric;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The metrics there are, by name. */
public final class Metrics {

    private final Map<String, Metric> byName;

    /**
     * Constructs the collection.
     *
     * @param byName every metric by its name
     */
    @Inject
    public Metrics(Map<String, Metric> byName) {
        this.byName = byName;
    }

    /**
     * Returns the names of all metrics in the order they were bound.
     *
     * @return the names
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Returns a metric.
     *
     * @param name its name
     * @return the metric
     * @throws UserError if there is none of this name, with near matches
     */
    public Metric get(String name) {
        Metric metric = byName.get(name);
        if (metric == null) {
            throw new UserError(
                    "there is no metric '%s'; there are %s%s"
                            .formatted(
                                    name,
                                    String.join(", ", names()),
                                    NearMatches.hint(name, names())));
        }
        return metric;
    }
}
