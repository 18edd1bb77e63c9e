package dev.wherefore.core.metric;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The baselines there are, by name. */
public final class Baselines {

    private final Map<String, Baseline> byName;

    /**
     * Constructs the collection.
     *
     * @param byName every baseline by its name
     */
    @Inject
    public Baselines(Map<String, Baseline> byName) {
        this.byName = byName;
    }

    /**
     * Returns the names of all baselines in the order they were bound.
     *
     * @return the names
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Returns a baseline.
     *
     * @param name one of {@link #names()}
     * @return the baseline
     * @throws IllegalArgumentException if there is none of this name
     */
    public Baseline get(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no baseline is called " + name));
    }
}
