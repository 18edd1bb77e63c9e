package dev.wherefore.core.evaluate;

import java.util.List;

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
 */
record MeasuredScene(
        int index,
        long number,
        String picture,
        List<ScoredLabel> scores,
        int outOfSight,
        List<MeasuredLabel> labels,
        SceneNotes notes) {

    /** Copies the lists. */
    MeasuredScene {
        scores = List.copyOf(scores);
        labels = List.copyOf(labels);
    }
}
