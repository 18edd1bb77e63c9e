package dev.wherefore.core.evaluate;

import dev.wherefore.core.image.Geometry;
import java.util.List;

/**
 * A scene, and what the network made of it.
 *
 * @param exhibit the scene
 * @param geometry which part of its picture the network saw
 * @param labels what the network says of each label, in the order of {@link SceneExplainer#labels}
 * @param located what can be looked for in the picture
 * @param notes what the task notes to tell in the end how good the network was
 */
public record ExplainedScene(
        Exhibit exhibit,
        Geometry geometry,
        List<ScoredLabel> labels,
        List<LocatedLabel> located,
        SceneNotes notes) {

    /** Copies the lists. */
    public ExplainedScene {
        labels = List.copyOf(labels);
        located = List.copyOf(located);
    }

    /**
     * Constructs a scene of which nothing is noted.
     *
     * @param exhibit the scene
     * @param geometry which part of its picture the network saw
     * @param labels what the network says of each label
     * @param located what can be looked for in the picture
     */
    public ExplainedScene(
            Exhibit exhibit,
            Geometry geometry,
            List<ScoredLabel> labels,
            List<LocatedLabel> located) {
        this(exhibit, geometry, labels, located, SceneNotes.NONE);
    }
}
