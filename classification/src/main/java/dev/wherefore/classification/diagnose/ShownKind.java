package dev.wherefore.classification.diagnose;

import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Sight;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import java.util.List;

/**
 * A kind of thing that a scene shows, and where methods looked for it.
 *
 * @param scene the scene
 * @param geometry which part of it the network saw
 * @param kind the kind
 * @param truth where it is
 * @param explanations one by each method
 */
record ShownKind(
        Scene scene, Geometry geometry, Kind kind, Truth truth, List<Explanation> explanations) {

    /** Copies the list. */
    ShownKind {
        explanations = List.copyOf(explanations);
    }

    /**
     * What a map that knows nothing may go by.
     *
     * @param seen which part of the scene the map is of
     * @param grid how coarse it is
     * @param seed what its chance comes from
     */
    Sight sight(Geometry seen, Size grid, long seed) {
        Picture picture = scene.picture();
        return new Sight(
                seen,
                grid,
                seed,
                () -> Plane.compute(picture.height(), picture.width(), picture::luma));
    }

    /** A method's map on the scene's pixels. */
    HeatOnPicture heat(int method) {
        return explanations.get(method).onPicture(geometry);
    }
}
