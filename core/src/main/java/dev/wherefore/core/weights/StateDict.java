package dev.wherefore.core.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors of a network by their names, as PyTorch's {@code state_dict} has them.
 *
 * @param source where they came from, for messages: a file's name
 * @param tensors the tensors by name, in the order of the file
 * @param metadata what the file says of itself, text by name
 */
public record StateDict(
        String source, Map<String, WeightTensor> tensors, Map<String, String> metadata) {

    /** Copies the maps, their order kept. */
    public StateDict {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
