package dev.wherefore.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.ScriptProgram.Argument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Vector-Jacobian products, by a small TorchScript program.
 *
 * <p>Unlike DJL's {@code GradientCollector} it may be used by several threads at once, keeps
 * nothing from call to call, takes arrays that are not leaves, says where nothing is connected
 * instead of inventing zeros, and computes second derivatives.
 */
public final class Autograd implements AutoCloseable {

    private final ScriptProgram program;
    private final NDArray yes;
    private final NDArray no;

    /**
     * Constructs the program.
     *
     * @param parent the manager below which it lives
     */
    public Autograd(NDManager parent) {
        try {
            String source = SmallArchive.resource("autograd.torchscript");
            byte[] archive = SmallArchive.of("Autograd", source);
            program = ScriptProgram.load(parent, new ByteArrayInputStream(archive));
            yes = parent.create(true);
            no = parent.create(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the gradient program could not be loaded", e);
        }
    }

    /** What becomes of the graph after a product was taken. */
    public enum Graph {
        /** Freed: no second product can be taken from it. */
        FREE,
        /** Kept for further products. */
        KEEP,
        /** Kept, and the product's own graph recorded, for second derivatives. */
        RECORD
    }

    /**
     * Returns {@code vectorsᵀ · ∂outputs/∂inputs}, one array for each input.
     *
     * @param scope where the results belong
     * @param outputs arrays with a graph behind them, at least one
     * @param inputs the arrays to differentiate by, leaves or not, at least one
     * @param vectors for each output an array of its shape
     * @param graph what becomes of the graph
     * @return for each input an array of its shape, or nothing if the outputs do not depend on it
     */
    public List<Optional<NDArray>> gradients(
            NDManager scope,
            List<NDArray> outputs,
            List<NDArray> inputs,
            List<NDArray> vectors,
            Graph graph) {
        try (GradientMode on = GradientMode.on()) {
            NDList found =
                    program.call(
                            scope,
                            "gradients",
                            Argument.list("outputs", outputs),
                            Argument.list("inputs", inputs),
                            Argument.list("vectors", vectors),
                            Argument.of(graph == Graph.FREE ? no : yes),
                            Argument.of(graph == Graph.RECORD ? yes : no));
            return connected(found);
        }
    }

    /**
     * Returns the gradient of outputs at some leaves, going back through the cuts of a pass from
     * the last to the first with a rule at each.
     *
     * @param scope where the results belong
     * @param outputs arrays with a graph behind them, at least one
     * @param vectors for each output an array of its shape
     * @param leaves the leaves of interest (the network's input, probes), at least one
     * @param cuts the cuts in the order in which the pass made them, at least one
     * @param rule what happens at each cut
     * @return for each leaf an array of its shape, or nothing if the outputs do not depend on it
     */
    public List<Optional<NDArray>> throughCuts(
            NDManager scope,
            List<NDArray> outputs,
            List<NDArray> vectors,
            List<NDArray> leaves,
            List<Cut> cuts,
            ReluRule rule) {
        float[] upper = new float[cuts.size()];
        int[] rules = new int[cuts.size()];
        for (int i = 0; i < upper.length; i++) {
            upper[i] = cuts.get(i).upper();
            rules[i] = rule.code();
        }
        try (GradientMode on = GradientMode.on();
                NDArray uppers = scope.create(upper);
                NDArray ruleCodes = scope.create(rules, new Shape(rules.length))) {
            NDList found =
                    program.call(
                            scope,
                            "through_cuts",
                            Argument.list("outputs", outputs),
                            Argument.list("vectors", vectors),
                            Argument.list("leaves", leaves),
                            Argument.list("before", cuts.stream().map(Cut::before).toList()),
                            Argument.list("after", cuts.stream().map(Cut::after).toList()),
                            Argument.of(uppers),
                            Argument.of(ruleCodes));
            return connected(found);
        }
    }

    private static List<Optional<NDArray>> connected(NDList found) {
        List<Optional<NDArray>> result = new ArrayList<>(found.size());
        for (NDArray array : found) {
            if (array.getShape().dimension() == 1 && array.size() == 0) {
                array.close();
                result.add(Optional.empty());
            } else {
                result.add(Optional.of(array));
            }
        }
        return result;
    }

    @Override
    public void close() {
        yes.close();
        no.close();
        program.close();
    }
}
