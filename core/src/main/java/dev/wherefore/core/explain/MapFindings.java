package dev.wherefore.core.explain;

import dev.wherefore.core.check.Finding;
import java.util.List;
import java.util.Map;

/**
 * What checks found out about a map.
 *
 * @param own what each check found, in their plan's order
 * @param baselines by their names what each check found about maps that know nothing, of the same
 *     target: the same for all methods
 */
public record MapFindings(List<Finding> own, Map<String, List<Finding>> baselines) {

    /** Keeps copies. */
    public MapFindings {
        own = List.copyOf(own);
        baselines = Map.copyOf(baselines);
    }
}
