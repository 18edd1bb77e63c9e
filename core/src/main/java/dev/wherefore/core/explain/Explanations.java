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
 *     output's name; a single output is called {@code out}
 * @param words for each picture and target what each token of its text adds to the target, gradient
 *     times activation summed over the embedding, {@code (L)}; none where no layer of words was
 *     named
 */
public record Explanations(
        List<List<Explanation>> pictures,
        Map<String, List<float[]>> vectors,
        List<List<float[]>> words) {

    /**
     * The only one, or the first of a tuple, as {@link dev.wherefore.core.network.Outputs#main}.
     */
    private String mainName() {
        return vectors.size() == 1 ? vectors.keySet().iterator().next() : "0";
    }

    /**
     * Returns what the network gave for a picture.
     *
     * @param output the output's name, {@code ""} for the main one
     * @param picture the picture's place in the batch
     * @return K numbers
     * @throws UserError if there is no such output
     */
    public float[] vector(String output, int picture) {
        String name = output.isEmpty() ? mainName() : output;
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
