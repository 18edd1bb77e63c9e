package dev.wherefore.core.experiment;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture and all that was found out about it.
 *
 * @param picture the picture as the user gave it
 * @param geometry which part of it the network saw
 * @param predictions what the network says, the most probable first
 * @param findings the explanations: target by target, for each all methods
 * @param details what else the task tells in {@code result.json}, by name; records and plain values
 * @param illustrations what else the task draws
 * @param passages what a reader of a report can point at: their targets are counted from 0 in the
 *     order of {@code findings}, all methods of a target together
 */
public record ExplainedPicture(
        Picture picture,
        Geometry geometry,
        List<Prediction> predictions,
        List<Finding> findings,
        Map<String, Object> details,
        List<Illustration> illustrations,
        List<Passage> passages) {

    /** Keeps copies. */
    public ExplainedPicture {
        predictions = List.copyOf(predictions);
        findings = List.copyOf(findings);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        illustrations = List.copyOf(illustrations);
        passages = List.copyOf(passages);
    }

    /**
     * Constructs what was found out by a task that has nothing more to tell.
     *
     * @param picture the picture as the user gave it
     * @param geometry which part of it the network saw
     * @param predictions what the network says, the most probable first
     * @param findings the explanations: target by target, for each all methods
     */
    public ExplainedPicture(
            Picture picture,
            Geometry geometry,
            List<Prediction> predictions,
            List<Finding> findings) {
        this(picture, geometry, predictions, findings, Map.of(), List.of(), List.of());
    }
}
