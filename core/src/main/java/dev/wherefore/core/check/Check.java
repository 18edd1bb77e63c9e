package dev.wherefore.core.check;

import dev.wherefore.core.metric.MetricCard;
import java.util.Set;

/**
 * A way to say in a number how much a map can be trusted, for which the network is asked again. The
 * truth of the picture is not needed. Bound by name in {@link CheckModule}.
 */
public interface Check {

    /**
     * Returns what a user needs to know about it.
     *
     * @return the card
     */
    MetricCard card();

    /**
     * Returns what it costs.
     *
     * @return passes for each map, or what several maps share, in a few words
     */
    String passes();

    /**
     * Returns what it needs that not every network has.
     *
     * @return the needs; most have none
     */
    default Set<Need> needs() {
        return Set.of();
    }

    /**
     * Checks a map.
     *
     * @param map the map, and the network to be asked about it
     * @return what was found
     */
    Finding of(CheckedMap map);
}
