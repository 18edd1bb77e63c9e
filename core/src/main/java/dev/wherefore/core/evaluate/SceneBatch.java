package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.image.PreparedPicture;
import java.util.List;
import java.util.function.Function;

/**
 * Scenes that go through a network together.
 *
 * @param first the place of the first one among all scenes, from 0
 * @param exhibits the scenes, at least one
 * @param pictures their pictures as the network takes them, in the same order
 * @param plan how their maps are checked
 */
public record SceneBatch(
        int first, List<Exhibit> exhibits, List<PreparedPicture> pictures, CheckPlan plan) {

    /** Copies the lists. */
    public SceneBatch {
        exhibits = List.copyOf(exhibits);
        pictures = List.copyOf(pictures);
    }

    /**
     * Returns a batch whose pictures are prepared now.
     *
     * @param first the place of the first scene among all scenes
     * @param exhibits the scenes
     * @param prepare prepares a picture
     * @param plan how maps are checked
     * @return the batch
     */
    static SceneBatch of(
            int first,
            List<Exhibit> exhibits,
            Function<Exhibit, PreparedPicture> prepare,
            CheckPlan plan) {
        return new SceneBatch(first, exhibits, exhibits.stream().map(prepare).toList(), plan);
    }
}
