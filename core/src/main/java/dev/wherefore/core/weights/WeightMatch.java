package dev.wherefore.core.weights;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the tensors of a file fit those that a network has. Counters of batches ({@code
 * num_batches_tracked}), which batch normalization keeps in training alone, do not count.
 *
 * @param source where the tensors came from, for messages
 * @param expected the names that the network has, in its order
 * @param found the names that the file has, in its order
 * @param missing the network's names that the file lacks
 * @param unexpected the file's names that the network lacks
 * @param misshaped the names that both have, of different shapes
 */
public record WeightMatch(
        String source,
        Set<String> expected,
        Set<String> found,
        List<String> missing,
        List<String> unexpected,
        List<Misshaped> misshaped) {

    private static final String COUNTER = "num_batches_tracked";

    /**
     * A tensor of another shape than the network's.
     *
     * @param name its name
     * @param expected the shape that the network has
     * @param found the shape that the file has
     */
    public record Misshaped(String name, Shape expected, Shape found) {}

    /** Copies what it is given. */
    public WeightMatch {
        expected = Collections.unmodifiableSet(new LinkedHashSet<>(expected));
        found = Collections.unmodifiableSet(new LinkedHashSet<>(found));
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        misshaped = List.copyOf(misshaped);
    }

    /**
     * Compares names and shapes.
     *
     * @param expected the shapes of the network's tensors by name, in an order of its own
     * @param weights the tensors of the file
     * @return what differs
     */
    public static WeightMatch of(Map<String, Shape> expected, StateDict weights) {
        Set<String> wanted = withoutCounters(expected.keySet());
        Set<String> found = withoutCounters(weights.tensors().keySet());
        List<String> missing = new ArrayList<>();
        List<Misshaped> misshaped = new ArrayList<>();
        expected.forEach(
                (name, shape) -> {
                    WeightTensor tensor = weights.tensors().get(name);
                    if (!wanted.contains(name)) {
                        return;
                    }
                    if (tensor == null) {
                        missing.add(name);
                    } else if (!tensor.shape().equals(shape)) {
                        misshaped.add(new Misshaped(name, shape, tensor.shape()));
                    }
                });
        List<String> unexpected = found.stream().filter(n -> !wanted.contains(n)).toList();
        return new WeightMatch(weights.source(), wanted, found, missing, unexpected, misshaped);
    }

    private static Set<String> withoutCounters(Set<String> names) {
        Set<String> kept = new LinkedHashSet<>(names);
        kept.removeIf(n -> n.equals(COUNTER) || n.endsWith("." + COUNTER));
        return kept;
    }

    /**
     * Returns whether every tensor of the network is in the file, with its shape, and no others.
     *
     * @return whether all fits
     */
    public boolean fits() {
        return missing.isEmpty() && unexpected.isEmpty() && misshaped.isEmpty();
    }

    /**
     * Refuses what does not fit.
     *
     * @throws UserError if anything is missing, unexpected or of another shape: how many, the first
     *     few of each, names that are near, a prefix that makes the difference, and what would be
     *     right
     */
    public void orThrow() {
        if (!fits()) {
            throw new UserError(new MatchReport(this).sentence());
        }
    }
}
