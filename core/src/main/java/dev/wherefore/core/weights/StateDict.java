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

    /**
     * Returns the same tensors under shorter names.
     *
     * @param prefix what every name may begin with, such as {@code module.}
     * @return the tensors without the prefix; unchanged unless every name begins with it and has
     *     more than it
     */
    public StateDict withoutPrefix(String prefix) {
        boolean everywhere =
                tensors.keySet().stream()
                        .allMatch(n -> n.startsWith(prefix) && n.length() > prefix.length());
        if (!everywhere) {
            return this;
        }
        Map<String, WeightTensor> renamed = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> renamed.put(name.substring(prefix.length()), tensor));
        return new StateDict(source, renamed, metadata);
    }
}
