package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.explain.PictureBatch;
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
     * Those of the scenes that follow each other and whose pictures are of one size, so that they
     * share a pass.
     *
     * @param places their places among all scenes
     * @param exhibits the scenes
     * @param pictures their pictures
     * @param plan how their maps are checked
     */
    public record Alike(
            List<Integer> places, List<Exhibit> exhibits, PictureBatch pictures, CheckPlan plan) {

        /** Copies the lists. */
        public Alike {
            places = List.copyOf(places);
            exhibits = List.copyOf(exhibits);
        }
    }

    /** The scenes in parts of one size each. */
    List<Alike> parts() {
        return PictureBatch.of(pictures).stream()
                .map(
                        part ->
                                new Alike(
                                        places.subList(part.from(), part.to()),
                                        exhibits.subList(part.from(), part.to()),
                                        part,
                                        plan))
                .toList();
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
