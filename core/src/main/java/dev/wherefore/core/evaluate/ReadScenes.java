package dev.wherefore.core.evaluate;

import dev.wherefore.core.dataset.FaultCounts;
import dev.wherefore.core.dataset.UnusableRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Some scenes that could be read.
 *
 * @param indexes their places among all
 * @param exhibits the scenes, in the same order; none if all are broken
 */
record ReadScenes(List<Integer> indexes, List<Exhibit> exhibits) {

    /** Copies the lists. */
    ReadScenes {
        indexes = List.copyOf(indexes);
        exhibits = List.copyOf(exhibits);
    }

    /**
     * Reads scenes, and leaves out those that are broken.
     *
     * @param from the first
     * @param to the one after the last
     * @param leftOut told what was left out
     */
    static ReadScenes of(SceneSource scenes, int from, int to, FaultCounts leftOut) {
        List<Integer> indexes = new ArrayList<>();
        List<Exhibit> exhibits = new ArrayList<>();
        for (int index = from; index < to; index++) {
            try {
                Exhibit exhibit = scenes.exhibit(index);
                exhibit.contents().leftOut().forEach(leftOut::add);
                exhibits.add(exhibit);
                indexes.add(index);
            } catch (UnusableRecord e) {
                leftOut.add(e.fault());
            }
        }
        return new ReadScenes(indexes, exhibits);
    }
}
