package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay. Unlike DJL's it gives its moments away, so that training can be
 * stopped and gone on with.
 *
 * <p>For update t of a weight w with gradient g, at learning rate η: w ← (1 − ηλ) w, m ← β₁m + (1 −
 * β₁) g, v ← β₂v + (1 − β₂) g², w ← w − η · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε). Weights of one
 * dimension (biases, batch norm) do not decay.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter, Decoupled Weight Decay
 *     Regularization, 2019, algorithm 2</a>
 */
final class AdamW extends Optimizer implements AutoCloseable {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private static final String FIRST = "m.";
    private static final String SECOND = "v.";

    private final Tracker learningRate;
    private final NDManager manager;
    private final Map<String, NDArray> first = new LinkedHashMap<>();
    private final Map<String, NDArray> second = new LinkedHashMap<>();
    private final Map<String, Integer> updates = new LinkedHashMap<>();
    private int restored;

    /**
     * Constructs an optimiser that has made no update yet.
     *
     * @param parent the manager below which the moments live
     * @param learningRate the learning rate by the number of updates made before
     * @param weightDecay λ, 0 for none
     */
    AdamW(NDManager parent, Tracker learningRate, float weightDecay) {
        super(new Settings().optWeightDecays(weightDecay));
        this.learningRate = learningRate;
        this.manager = parent.newSubManager();
    }

    /**
     * Goes on from where another optimiser has stopped.
     *
     * @param done how many updates of each weight that one has made
     * @param moments its moments, as {@link #moments()} gave them; copied
     */
    void restore(int done, Map<String, HostArray> moments) {
        restored = done;
        updates.clear();
        moments.forEach(
                (name, values) -> {
                    Map<String, NDArray> own = name.startsWith(FIRST) ? first : second;
                    own.put(name.substring(FIRST.length()), values.on(manager));
                });
    }

    @Override
    public void update(String parameterId, NDArray weight, NDArray gradient) {
        int update = updates.merge(parameterId, restored + 1, (old, one) -> old + 1);
        float rate = learningRate.getNewValue(update - 1);
        NDArray m = first.computeIfAbsent(parameterId, name -> zeros(weight));
        NDArray v = second.computeIfAbsent(parameterId, name -> zeros(weight));
        m.muli(BETA1).addi(gradient.mul(1 - BETA1));
        v.muli(BETA2).addi(gradient.square().muli(1 - BETA2));
        if (weight.getShape().dimension() > 1) {
            weight.muli(1 - rate * getWeightDecay());
        }
        double unbias1 = 1 - Math.pow(BETA1, update);
        double unbias2 = 1 - Math.pow(BETA2, update);
        try (NDManager scratch = manager.newSubManager()) {
            NDArray size = v.sqrt();
            size.attach(scratch);
            size.muli(1 / Math.sqrt(unbias2)).addi(EPSILON);
            NDArray step = m.div(size);
            step.attach(scratch);
            weight.subi(step.muli(rate / unbias1));
        }
    }

    private NDArray zeros(NDArray like) {
        return manager.zeros(like.getShape(), like.getDataType(), manager.getDevice());
    }

    /**
     * Returns the learning rate of the next update.
     *
     * @param update how many updates were made before
     * @return η
     */
    float learningRate(int update) {
        return learningRate.getNewValue(update);
    }

    /**
     * Returns the moments, to be saved.
     *
     * @return the first moments as {@code m.NAME} and the second as {@code v.NAME}; they stay the
     *     optimiser's own
     */
    Map<String, NDArray> moments() {
        Map<String, NDArray> all = new LinkedHashMap<>();
        first.forEach((name, array) -> all.put(FIRST + name, array));
        second.forEach((name, array) -> all.put(SECOND + name, array));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public void close() {
        manager.close();
    }

    /** DJL wants a builder. */
    private static final class Settings extends OptimizerBuilder<Settings> {
        @Override
        protected Settings self() {
            return this;
        }
    }
}
