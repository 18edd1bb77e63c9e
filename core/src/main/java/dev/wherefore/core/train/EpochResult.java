package dev.wherefore.core.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an epoch went.
 *
 * @param epoch its number, from 1
 * @param updates how many updates there were up to its end
 * @param learningRate the learning rate of its last update
 * @param loss the mean loss of its batches, each before its update
 * @param measures what was measured at its end, by name; the first counts
 * @param seconds how long it took, measuring included
 */
public record EpochResult(
        int epoch,
        int updates,
        double learningRate,
        double loss,
        Map<String, Double> measures,
        double seconds) {

    /** Copies the map, its order kept. */
    public EpochResult {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /**
     * Returns the measure that counts.
     *
     * @return the first of the measures: the greater, the better
     */
    public double score() {
        return measures.values().iterator().next();
    }
}
