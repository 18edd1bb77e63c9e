package dev.wherefore.core.network;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a network gave, by name: a single tensor is called {@code out}; the parts of tuples, lists
 * and dictionaries are called by number and key, {@code 0}, {@code 1.2}, {@code logits}.
 *
 * @param arrays the arrays by name, in order
 */
public record Outputs(Map<String, NDArray> arrays) {

    /** Keeps a copy. */
    public Outputs {
        if (arrays.isEmpty()) {
            throw new IllegalArgumentException("a network must have an output");
        }
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /**
     * Returns the array that is meant where nothing was said: the only one, or the first of a
     * tuple.
     *
     * @return the array
     * @throws UserError if it is a dictionary with several entries, naming them
     */
    public NDArray main() {
        if (arrays.size() == 1) {
            return arrays.values().iterator().next();
        }
        NDArray first = arrays.get("0");
        if (first == null) {
            throw new UserError(
                    "the network has several outputs, and none was chosen: name one of "
                            + String.join(", ", arrays.keySet()));
        }
        return first;
    }

    /**
     * Returns an array by its name.
     *
     * @param name the name, or nothing ({@code ""}) for the main one
     * @return the array
     * @throws UserError if there is none of this name
     */
    public NDArray get(String name) {
        if (name.isEmpty()) {
            return main();
        }
        NDArray found = arrays.get(name);
        if (found == null) {
            throw new UserError(
                    "the network has no output '"
                            + name
                            + "', it has "
                            + String.join(", ", arrays.keySet())
                            + NearMatches.hint(name, arrays.keySet()));
        }
        return found;
    }

    /**
     * Returns the outputs of one target where each picture has several rows in a row, one per
     * target.
     *
     * @param target which target, from 0
     * @param targets how many rows each picture has
     * @return outputs with the rows {@code target, target + targets, …}; an array without as many
     *     rows as the main one stays as it is
     */
    public Outputs rowsOf(int target, int targets) {
        if (targets == 1) {
            return this;
        }
        long rows = arrays.values().iterator().next().getShape().get(0);
        Map<String, NDArray> chosen = new LinkedHashMap<>();
        arrays.forEach(
                (name, array) ->
                        chosen.put(
                                name,
                                array.getShape().dimension() > 0 && array.getShape().get(0) == rows
                                        ? array.get("{}::{}", target, targets)
                                        : array));
        return new Outputs(chosen);
    }
}
