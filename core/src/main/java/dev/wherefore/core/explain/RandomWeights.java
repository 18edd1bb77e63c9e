package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A network whose layers are given random weights, step by step from the output down, and their own
 * back, to the last bit, when this is closed. Each step is a layer; of more than {@value
 * #MOST_STEPS} layers neighbours go together, so that there are so many steps.
 *
 * <p>A weight's values are drawn evenly around their own mean and as wide as they are scattered,
 * {@code mean ± √3 · deviation}, so that activations keep their size: PyTorch's layers too start
 * evenly drawn, but around 0, and what follows a normalisation would die. Weights that are all
 * equal stay. Chance comes from the layer's name alone: each time the same.
 */
final class RandomWeights implements AutoCloseable {

    static final int MOST_STEPS = 12;

    /** What is said of a network without weights. */
    static final String NO_WEIGHTS =
            "the network has no weights that could be made random; in a frozen archive they are"
                    + " constants: save it without torch.jit.freeze";

    private final NDManager own;
    private final List<LayerWeights> layers;
    private final int steps;
    private final Map<Integer, List<NDArray>> kept = new LinkedHashMap<>();

    /**
     * @throws UserError if the network has no weights that can be reached
     */
    RandomWeights(Network network) {
        this.layers = network.weights();
        if (layers.isEmpty()) {
            throw new UserError(NO_WEIGHTS);
        }
        this.own = network.newScope();
        this.steps = Math.min(MOST_STEPS, layers.size());
    }

    int steps() {
        return steps;
    }

    /** Which share of the layers has had its turn after a step, counted from 0. */
    double share(int step) {
        return (double) end(step) / layers.size();
    }

    /** How many layers, from the output down, have had their turn after a step. */
    private int end(int step) {
        return (step + 1) * layers.size() / steps;
    }

    /** The layers of a step. */
    private List<LayerWeights> layers(int step) {
        int from = step == 0 ? 0 : end(step - 1);
        return layers.subList(layers.size() - end(step), layers.size() - from);
    }

    /** Gives the layers of a step random weights. */
    void randomise(int step) {
        try (GradientMode off = GradientMode.off()) {
            List<NDArray> copies = new ArrayList<>();
            for (LayerWeights layer : layers(step)) {
                layer.values().forEach(value -> copies.add(copy(value)));
            }
            // all are kept before any is changed
            kept.put(step, copies);
            for (LayerWeights layer : layers(step)) {
                SplittableRandom dice = new SplittableRandom(layer.layer().hashCode());
                layer.values().forEach(value -> draw(value, dice.split()));
            }
        }
    }

    private NDArray copy(NDArray value) {
        NDArray copy = value.duplicate();
        copy.attach(own);
        return copy;
    }

    private void draw(NDArray value, SplittableRandom dice) {
        try (NDManager inner = own.newSubManager()) {
            NDArray read = value.toType(DataType.FLOAT32, true);
            read.attach(inner);
            float[] values = drawn(read.toFloatArray(), dice);
            set(value, inner.create(values, value.getShape()).toType(value.getDataType(), false));
        }
    }

    private static float[] drawn(float[] values, SplittableRandom dice) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        float[] drawn = new float[values.length];
        double bound = Math.sqrt(3 * squares / values.length);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) ((2 * dice.nextDouble() - 1) * bound) + (float) mean;
        }
        return drawn;
    }

    /** Gives the layers of a step their own weights back. */
    void restore(int step) {
        List<NDArray> copies = kept.remove(step);
        if (copies == null) {
            return;
        }
        try (GradientMode off = GradientMode.off()) {
            int next = 0;
            for (LayerWeights layer : layers(step)) {
                for (NDArray value : layer.values()) {
                    NDArray copy = copies.get(next++);
                    set(value, copy);
                    copy.close();
                }
            }
        }
    }

    private static void set(NDArray value, NDArray other) {
        value.set(new NDIndex("..."), other);
    }

    @Override
    public void close() {
        List.copyOf(kept.keySet()).forEach(this::restore);
        own.close();
    }
}
