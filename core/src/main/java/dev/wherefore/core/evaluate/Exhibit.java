package dev.wherefore.core.evaluate;

import dev.wherefore.core.coco.CocoCategory;
import dev.wherefore.core.coco.CocoImage;
import dev.wherefore.core.dataset.Contents;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.scene.Scene;
import java.util.List;
import java.util.Optional;

/**
 * A picture of which it is known what it shows: a drawn scene, an image that COCO's files speak of,
 * a photograph of another data set, or one of which a task's own files tell more.
 *
 * @param picture the picture
 * @param number the scene's seed, the image's number, or the picture's place among all
 * @param id what to call files about it, without an ending; folders are divided by slashes
 * @param contents what it shows
 * @param scene the scene, if it is one
 * @param image what COCO's files say of the image, if it is one
 */
public record Exhibit(
        Picture picture,
        long number,
        String id,
        Contents contents,
        Optional<Scene> scene,
        Optional<CocoImage> image) {

    /**
     * Returns a scene as an exhibit.
     *
     * @param scene the scene
     * @return its picture, and the scene
     */
    public static Exhibit of(Scene scene) {
        return new Exhibit(
                scene.picture(),
                scene.seed(),
                Long.toString(scene.seed()),
                new SceneContents(scene),
                Optional.of(scene),
                Optional.empty());
    }

    /**
     * Returns an image as an exhibit.
     *
     * @param picture the image's file
     * @param image what is said of it
     * @param categories what the things in it can be
     * @return both
     */
    public static Exhibit of(Picture picture, CocoImage image, List<CocoCategory> categories) {
        return new Exhibit(
                picture,
                image.id(),
                image.fileName().replaceFirst("\\.\\w+$", ""),
                new CocoContents(image, categories),
                Optional.empty(),
                Optional.of(image));
    }

    /**
     * Returns a photograph of a data set.
     *
     * @param picture the photograph
     * @param place its place among all, from 0
     * @param id what to call files about it
     * @param contents what it shows
     * @return the exhibit
     */
    public static Exhibit of(Picture picture, int place, String id, Contents contents) {
        return new Exhibit(picture, place, id, contents, Optional.empty(), Optional.empty());
    }

    /**
     * Returns a picture of which a task's own files tell more.
     *
     * @param picture the picture
     * @param place its place among all, from 0
     * @return the picture alone
     */
    public static Exhibit of(Picture picture, int place) {
        return of(picture, place, Integer.toString(place), Contents.UNKNOWN);
    }
}
