package dev.wherefore.core.network.block;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import java.util.List;
import java.util.Map;

/** Compares the names and shapes of a state dict with those that a network has. */
final class WeightNames {

    private static final String IGNORED = "num_batches_tracked";

    private final Map<String, Shape> expected;
    private final NetworkBlock network;
    private final StateDict weights;

    WeightNames(NetworkBlock network, StateDict weights) {
        this.network = network;
        this.expected = network.expectedShapes();
        this.weights = weights;
    }

    /** Refuses weights that are not this network's. */
    void check() {
        List<String> found = weights.tensors().keySet().stream().filter(this::counts).toList();
        List<String> missing =
                expected.keySet().stream().filter(n -> !weights.tensors().containsKey(n)).toList();
        if (!missing.isEmpty()) {
            String first = missing.get(0);
            throw refused(
                    "'%s' is missing%s%s"
                            .formatted(first, andMore(missing), NearMatches.hint(first, found)));
        }
        List<String> further = found.stream().filter(n -> !expected.containsKey(n)).toList();
        if (!further.isEmpty()) {
            throw refused("it has no '%s'%s".formatted(further.get(0), andMore(further)));
        }
        expected.forEach(this::checkShape);
    }

    private void checkShape(String name, Shape shape) {
        WeightTensor tensor = weights.tensors().get(name);
        if (tensor != null && !tensor.shape().equals(shape)) {
            throw refused(
                    "'%s' must have the shape %s, found %s".formatted(name, shape, tensor.shape()));
        }
    }

    private boolean counts(String name) {
        return !name.endsWith(IGNORED);
    }

    private static String andMore(List<String> names) {
        return names.size() == 1 ? "" : ", and " + (names.size() - 1) + " more";
    }

    private UserError refused(String what) {
        return new UserError(
                "%s does not hold the weights of this %s: %s"
                        .formatted(weights.source(), network.config().family(), what));
    }
}
