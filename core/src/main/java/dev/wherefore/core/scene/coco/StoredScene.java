package dev.wherefore.core.scene.coco;

import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.language.Caption;
import dev.wherefore.core.scene.language.Question;
import java.nio.file.Path;
import java.util.List;

/**
 * A scene as it lies in a folder.
 *
 * @param id its number in the folder
 * @param picture the file of its picture, which is there
 * @param seed what it was made from
 * @param backdrop where it takes place
 * @param daylight when it takes place
 * @param objects the objects of which something can be seen, the farthest away first; their indexes
 *     are their places in this list
 * @param captions what is said of it
 * @param questions what is asked of it
 */
public record StoredScene(
        long id,
        Path picture,
        long seed,
        Backdrop backdrop,
        Daylight daylight,
        List<SceneObject> objects,
        List<Caption> captions,
        List<Question> questions) {

    /** Copies the lists. */
    public StoredScene {
        objects = List.copyOf(objects);
        captions = List.copyOf(captions);
        questions = List.copyOf(questions);
    }

    /**
     * Returns the scene with its picture, which is read now.
     *
     * @return the scene, without the objects that cannot be seen
     * @throws dev.wherefore.core.UserError if the picture cannot be read
     */
    public Scene scene() {
        return new Scene(seed, new PictureReader().read(picture), backdrop, daylight, objects);
    }
}
