package dev.wherefore.core.evaluate;

import java.util.List;

/**
 * Something a picture shows, with all its maps measured.
 *
 * @param label what it is
 * @param probability how sure the network is of it, in [0, 1]
 * @param share which share of the picture it covers
 * @param maps those of the methods, then those of the baselines
 */
record MeasuredLabel(String label, double probability, double share, List<MeasuredMap> maps) {

    /** Copies the list. */
    MeasuredLabel {
        maps = List.copyOf(maps);
    }
}
