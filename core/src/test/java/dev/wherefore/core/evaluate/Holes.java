package dev.wherefore.core.evaluate;

import java.util.Set;
import java.util.stream.LongStream;

/**
 * Scenes of which some cannot be read.
 *
 * @param scenes all scenes
 * @param places the places of those that cannot
 * @param error what is thrown for them
 */
record Holes(SceneSource scenes, Set<Integer> places, RuntimeException error)
        implements SceneSource {

    @Override
    public int count() {
        return scenes.count();
    }

    @Override
    public Exhibit exhibit(int index) {
        if (places.contains(index)) {
            throw error;
        }
        return scenes.exhibit(index);
    }

    @Override
    public LongStream seeds() {
        return scenes.seeds();
    }

    @Override
    public String description() {
        return "scenes with holes";
    }
}
