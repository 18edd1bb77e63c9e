package dev.wherefore.core.evaluate;

import java.util.List;

/**
 * Something a picture shows, with all its maps measured.
 *
 * @param index the scene's place among all
 * @param explained the scene
 * @param located what it is and where
 * @param maps those of the methods, then those of the baselines
 */
record MeasuredLabel(
        int index, ExplainedScene explained, LocatedLabel located, List<MeasuredMap> maps) {

    /** Copies the list. */
    MeasuredLabel {
        maps = List.copyOf(maps);
    }
}
