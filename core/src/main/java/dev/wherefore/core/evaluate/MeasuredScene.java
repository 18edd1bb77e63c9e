package dev.wherefore.core.evaluate;

import dev.wherefore.core.evaluate.ReadScenes.Broken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All numbers of a scene. Everything an evaluation finds out is summed up from these, so that they
 * can be kept in a file, and summed up again by a program that goes on.
 *
 * @param index the scene's place among all
 * @param number the scene's seed, or the image's number
 * @param picture the picture's name
 * @param scores what the network says of each label
 * @param outOfSight how many things lie where the network sees nothing
 * @param labels what can be looked for, with all its maps measured
 * @param notes what the task notes of the network
 * @param cuts how the maps of each source cut the picture, where that is asked for
 * @param leftOut how many parts of what is said of it were left out, by their words
 * @param read whether it could be read; if not, all else is empty
 */
record MeasuredScene(
        int index,
        long number,
        String picture,
        List<ScoredLabel> scores,
        int outOfSight,
        List<MeasuredLabel> labels,
        SceneNotes notes,
        Map<String, List<LabelOverlap>> cuts,
        Map<String, Integer> leftOut,
        boolean read) {

    /** Copies the lists. */
    MeasuredScene {
        scores = List.copyOf(scores);
        labels = List.copyOf(labels);
        cuts = new LinkedHashMap<>(cuts);
        leftOut = new LinkedHashMap<>(leftOut);
    }

    /** A scene that is broken. */
    static MeasuredScene broken(Broken scene) {
        return new MeasuredScene(
                scene.place(),
                scene.place(),
                "",
                List.of(),
                0,
                List.of(),
                SceneNotes.NONE,
                Map.of(),
                Map.of(scene.fault().what(), 1),
                false);
    }
}
