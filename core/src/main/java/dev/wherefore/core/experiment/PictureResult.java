package dev.wherefore.core.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wherefore.core.metric.Faithfulness;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code result.json} says of a picture.
 *
 * @param picture its file
 * @param folder the folder, beside {@code result.json} of the run, that its files are in
 * @param height its height in pixels, turned upright
 * @param width its width in pixels
 * @param input height and width of the network's input
 * @param seen the part of the picture that the network saw: left, top, right, bottom in its pixels
 * @param predictions what the network says, the most probable first, ten at most
 * @param explanations what was found out
 * @param details what else the task tells, by name
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PictureResult(
        String picture,
        String folder,
        int height,
        int width,
        List<Integer> input,
        List<Double> seen,
        List<Prediction> predictions,
        List<ExplanationResult> explanations,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details) {

    /** Takes what has no details for one that tells nothing more. */
    public PictureResult {
        details = details == null ? Map.of() : details;
    }

    /**
     * What is said of an explanation.
     *
     * @param title what it is called
     * @param target the number that is explained
     * @param method the method
     * @param layers the layers
     * @param score the number's value
     * @param label the explained class or answer
     * @param probability its probability
     * @param rawMin the smallest raw value
     * @param rawMax the largest raw value
     * @param verdict in a word
     * @param note in words, where there is no evidence to show
     * @param box the box at 15 % of the maximum: left, top, right, bottom in the picture's pixels
     * @param files what was written, by kind
     * @param seconds how long it took
     * @param faithfulness what the score does when the picture is covered by the map
     * @param completenessError by how much the attribution's sum misses the score's change, of
     *     methods whose numbers shall add up to it
     * @param concepts what each concept adds to the number, of methods that find some, in the order
     *     of their maps
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ExplanationResult(
            String title,
            String target,
            String method,
            List<String> layers,
            float score,
            Optional<String> label,
            Optional<Float> probability,
            float rawMin,
            float rawMax,
            String verdict,
            Optional<String> note,
            Optional<List<Double>> box,
            Map<String, List<String>> files,
            double seconds,
            Optional<Faithfulness> faithfulness,
            Optional<Float> completenessError,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Float> concepts) {}
}
