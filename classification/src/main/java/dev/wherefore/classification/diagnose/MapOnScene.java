package dev.wherefore.classification.diagnose;

import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.metric.HeatOnPicture;

/** Lays maps on the pixels of their scenes. */
final class MapOnScene {

    private MapOnScene() {}

    /** What is measured of an explanation, in the scene's own pixels. */
    static HeatOnPicture of(Explanation explanation, Geometry geometry) {
        return new HeatOnPicture(
                geometry.onPicture(explanation.measured()),
                explanation.verdict() == Verdict.EVIDENCE);
    }
}
