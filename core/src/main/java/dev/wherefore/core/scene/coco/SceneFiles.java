package dev.wherefore.core.scene.coco;

import java.nio.file.Path;
import java.util.Set;

/** The names of the files in a folder of scenes. */
final class SceneFiles {

    static final String IMAGES = "images";
    static final String SCENES = "scenes.json";
    static final String CAPTIONS = "captions.json";
    static final String QUESTIONS = "questions.json";
    static final String ANSWERS = "vqa-annotations.json";

    private static final Set<String> JSON = Set.of(SCENES, CAPTIONS, QUESTIONS, ANSWERS);

    private SceneFiles() {}

    /** Whether a file, by its path in the folder, is of those that are written. */
    static boolean isOurs(Path file) {
        String name = file.toString().replace('\\', '/');
        return JSON.contains(name)
                || (name.startsWith(IMAGES + "/")
                        && isPicture(name.substring(IMAGES.length() + 1)));
    }

    /** Whether a name is that of a picture in the folder of pictures. */
    static boolean isPicture(String name) {
        return name.matches("scene-\\d{6,}\\.png");
    }
}
