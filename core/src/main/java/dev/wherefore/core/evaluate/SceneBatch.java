package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.image.PreparedPicture;
import java.util.List;
import java.util.function.Function;

/**
 * Scenes that go through a network together.
 *
 * @param places the places of the scenes among all, from 0
 * @param exhibits the scenes
 * @param pictures their pictures as the network takes them, in the same order
 * @param plan how their maps are checked
 */
public record SceneBatch(
        List<Integer> places,
        List<Exhibit> exhibits,
        List<PreparedPicture> pictures,
        CheckPlan plan) {

    /** Copies the lists. */
    public SceneBatch {
        places = List.copyOf(places);
        exhibits = List.copyOf(exhibits);
        pictures = List.copyOf(pictures);
    }

    /**
     * Returns a batch whose pictures are prepared now.
     *
     * @param scenes the scenes
     * @param prepare prepares a picture
     * @param plan how maps are checked
     * @return the batch
     */
    static SceneBatch of(
            ReadScenes scenes, Function<Exhibit, PreparedPicture> prepare, CheckPlan plan) {
        return new SceneBatch(
                scenes.places(),
                scenes.exhibits(),
                scenes.exhibits().stream().map(prepare).toList(),
                plan);
    }
}
