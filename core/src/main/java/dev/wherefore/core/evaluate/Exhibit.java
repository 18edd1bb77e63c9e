package dev.wherefore.core.evaluate;

import dev.wherefore.core.coco.CocoImage;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.scene.Scene;
import java.util.Optional;

/**
 * A picture of which it is known what it shows: a drawn scene, an image that COCO's files speak of,
 * or one that a task's own files do.
 *
 * @param picture the picture
 * @param number the scene's seed, the image's number, or the picture's place among all
 * @param scene the scene, if it is one
 * @param image what COCO's files say of the image, if it is one
 */
public record Exhibit(
        Picture picture, long number, Optional<Scene> scene, Optional<CocoImage> image) {

    /**
     * Returns a scene as an exhibit.
     *
     * @param scene the scene
     * @return its picture, and the scene
     */
    public static Exhibit of(Scene scene) {
        return new Exhibit(scene.picture(), scene.seed(), Optional.of(scene), Optional.empty());
    }

    /**
     * Returns an image as an exhibit.
     *
     * @param picture the image's file
     * @param image what is said of it
     * @return both
     */
    public static Exhibit of(Picture picture, CocoImage image) {
        return new Exhibit(picture, image.id(), Optional.empty(), Optional.of(image));
    }

    /**
     * Returns a picture of which a task's own files tell more.
     *
     * @param picture the picture
     * @param place its place among all, from 0
     * @return the picture alone
     */
    public static Exhibit of(Picture picture, int place) {
        return new Exhibit(picture, place, Optional.empty(), Optional.empty());
    }
}
