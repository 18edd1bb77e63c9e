package dev.wherefore.classification.diagnose;

import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Something a network got wrong: it sees a kind of which the scene has nothing, or it misses one
 * that is there.
 *
 * @param place the scene's place among all
 * @param scene the scene
 * @param geometry which part of it the network saw
 * @param kind what it sees, or misses
 * @param seen true if it sees what is not there, false if it misses what is
 * @param confidence how sure it is of its mistake, from 0.5 to 1
 * @param map why it says so: what speaks for the kind
 * @param other the kind that matters beside it: of what it sees, the kind of the thing it sees it
 *     in; of what it misses, the surest kind that it says instead; nothing if there is none
 * @param otherMap what speaks for the other kind
 */
record Mistake(
        int place,
        Scene scene,
        Geometry geometry,
        Kind kind,
        boolean seen,
        double confidence,
        Explanation map,
        Optional<Kind> other,
        Optional<Explanation> otherMap) {

    /** The thing of a scene that holds the largest share of a map's energy, if any holds some. */
    static Optional<SceneObject> holder(Scene scene, HeatOnPicture heat) {
        Map<SceneObject, Double> energies = SceneEnergies.of(scene, heat);
        return energies.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /** What the mistake is called in one or two words. */
    String sort() {
        return seen ? "sees" : "misses";
    }
}
