package dev.wherefore.core.scene;

import dev.wherefore.core.image.Picture;
import java.util.List;

/**
 * A drawn picture and what is true of it.
 *
 * @param seed what it was made from
 * @param picture the picture
 * @param backdrop where it takes place
 * @param daylight when it takes place
 * @param objects what is in it, the farthest away first
 */
public record Scene(
        long seed,
        Picture picture,
        Backdrop backdrop,
        Daylight daylight,
        List<SceneObject> objects) {

    /** Copies the list. */
    public Scene {
        objects = List.copyOf(objects);
    }

    /**
     * Returns the objects of which enough can be seen.
     *
     * @return the objects that are present, the farthest away first
     */
    public List<SceneObject> present() {
        return objects.stream().filter(SceneObject::present).toList();
    }
}
