package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;

/**
 * A map that knows nothing of network or object, to measure methods against. Bound by name in
 * {@link MetricModule}.
 */
public interface Baseline {

    /**
     * Returns its name in configs and tables.
     *
     * @return the name, lower case with dashes
     */
    String name();

    /**
     * Returns what it is, for people.
     *
     * @return a sentence
     */
    String meaning();

    /**
     * Returns its map of a picture.
     *
     * @param sight what it may know
     * @return {@code (picture height, picture width)}, in [0, 1]; the same whenever the same is
     *     known
     */
    Plane map(Sight sight);
}
