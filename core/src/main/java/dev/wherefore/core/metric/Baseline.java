package dev.wherefore.core.metric;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;

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
     * @param geometry the picture's size, and which part of it the network saw
     * @param grid the size of the methods' raw maps, such as 7x7
     * @param seed what chance is drawn from; the same seed gives the same map
     * @return {@code (picture height, picture width)}, in [0, 1]
     */
    Plane map(Geometry geometry, Size grid, long seed);
}
