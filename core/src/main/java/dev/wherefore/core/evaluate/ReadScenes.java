package dev.wherefore.core.evaluate;

import dev.wherefore.core.dataset.RecordFault;
import dev.wherefore.core.dataset.UnusableRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some scenes that could be read, and those that are broken.
 *
 * @param places the places among all of those that could be read
 * @param exhibits the scenes, in the same order; none if all are broken
 * @param broken the others
 */
record ReadScenes(List<Integer> places, List<Exhibit> exhibits, List<Broken> broken) {

    /** Copies the lists. */
    ReadScenes {
        places = List.copyOf(places);
        exhibits = List.copyOf(exhibits);
        broken = List.copyOf(broken);
    }

    /**
     * A scene that cannot be used.
     *
     * @param place its place among all
     * @param fault why
     */
    record Broken(int place, RecordFault fault) {}

    /** Scenes that are there already, the first at the place 0. */
    static ReadScenes of(List<Exhibit> exhibits) {
        return new ReadScenes(
                IntStream.range(0, exhibits.size()).boxed().toList(), exhibits, List.of());
    }

    /**
     * Reads scenes.
     *
     * @param from the first
     * @param to the one after the last
     */
    static ReadScenes of(SceneSource scenes, int from, int to) {
        List<Integer> places = new ArrayList<>();
        List<Exhibit> exhibits = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (int place = from; place < to; place++) {
            try {
                exhibits.add(scenes.exhibit(place));
                places.add(place);
            } catch (UnusableRecord e) {
                broken.add(new Broken(place, e.fault()));
            }
        }
        return new ReadScenes(places, exhibits, broken);
    }
}
