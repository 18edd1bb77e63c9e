package dev.wherefore.core.evaluate;

import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.metric.Truth;
import java.util.List;

/**
 * Something a picture shows, and where the methods looked for it.
 *
 * @param label what it is
 * @param probability how sure the network is of it, in [0, 1]
 * @param truth where it is
 * @param explanations an explanation by each method, in the config's order
 */
public record LocatedLabel(
        String label, double probability, Truth truth, List<Explanation> explanations) {

    /** Copies the list. */
    public LocatedLabel {
        explanations = List.copyOf(explanations);
    }
}
