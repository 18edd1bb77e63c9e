package dev.wherefore.core.explain;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.util.List;
import java.util.Map;

/**
 * The explanations of a batch of pictures, and what the network gave in the pass that they are
 * about.
 *
 * @param pictures for each picture its explanations: target by target, for each all methods
 * @param vectors for each output of shape {@code (B, K)} the K numbers of each picture, by the
 *     output's name; the name of a single output is {@code ""}
 */
public record Explanations(List<List<Explanation>> pictures, Map<String, List<float[]>> vectors) {

    /**
     * Returns what the network gave for a picture.
     *
     * @param output the output's name, {@code ""} for the main one
     * @param picture the picture's place in the batch
     * @return K numbers
     * @throws UserError if there is no such output
     */
    public float[] vector(String output, int picture) {
        String name = output;
        if (output.isEmpty() && !vectors.containsKey("")) {
            name =
                    vectors.containsKey("0") || vectors.size() != 1
                            ? "0"
                            : vectors.keySet().iterator().next();
        }
        List<float[]> rows = vectors.get(name);
        if (rows == null) {
            throw new UserError(
                    "the network has no output '%s' with one number per class; it has %s%s"
                            .formatted(
                                    name,
                                    String.join(", ", vectors.keySet()),
                                    NearMatches.hint(name, vectors.keySet())));
        }
        return rows.get(picture).clone();
    }
}
