package dev.wherefore.core.experiment;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import java.util.List;

/**
 * A picture and all that was found out about it.
 *
 * @param picture the picture as the user gave it
 * @param geometry which part of it the network saw, at which size
 * @param predictions what the network says, the most probable first
 * @param findings the explanations: target by target, for each all methods
 */
public record ExplainedPicture(
        Picture picture, Geometry geometry, List<Prediction> predictions, List<Finding> findings) {

    /** Keeps copies. */
    public ExplainedPicture {
        predictions = List.copyOf(predictions);
        findings = List.copyOf(findings);
    }
}
