package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.GradientMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes updates: loss, gradients, the optimiser's step. */
final class Updates implements AutoCloseable {

    private final Learner learner;
    private final AdamW optimizer;
    private final Optional<Double> clip;
    private final Autograd autograd;
    private final Staging staging = new Staging();

    Updates(Learner learner, AdamW optimizer, Optional<Double> clip) {
        this.learner = learner;
        this.optimizer = optimizer;
        this.clip = clip;
        this.autograd = new Autograd(learner.manager());
    }

    /**
     * Makes one update.
     *
     * @param batch the examples, along the first dimension of each array
     * @return the loss before the update
     * @throws UserError if it is no finite number
     */
    double update(Example batch) {
        try (NDManager scope = learner.manager().newSubManager()) {
            NDArray loss;
            try (GradientMode on = GradientMode.on()) {
                loss = learner.loss(staging.arrays(scope, batch));
            }
            double before = loss.getFloat();
            if (!Double.isFinite(before)) {
                throw diverged("the loss has become " + before);
            }
            step(scope, loss);
            return before;
        }
    }

    /** Says that the numbers have run away. */
    static UserError diverged(String finding) {
        return new UserError(
                finding
                        + ": training diverged; lower learning-rate.peak, or cut the gradients with"
                        + " clip");
    }

    private void step(NDManager scope, NDArray loss) {
        Map<String, NDArray> weights = learner.weights();
        List<NDArray> leaves = new ArrayList<>(weights.values());
        List<Optional<NDArray>> gradients =
                autograd.gradients(
                        scope,
                        List.of(loss),
                        leaves,
                        List.of(loss.onesLike()),
                        Autograd.Graph.FREE);
        try (GradientMode off = GradientMode.off()) {
            clip.ifPresent(length -> shorten(scope, gradients, length));
            int i = 0;
            for (Map.Entry<String, NDArray> weight : weights.entrySet()) {
                Optional<NDArray> gradient = gradients.get(i++);
                gradient.ifPresent(g -> optimizer.update(weight.getKey(), weight.getValue(), g));
            }
        }
    }

    private static void shorten(
            NDManager scope, List<Optional<NDArray>> gradients, double longest) {
        NDArray squares = scope.zeros(new Shape());
        for (Optional<NDArray> gradient : gradients) {
            gradient.ifPresent(g -> squares.addi(g.square().sum()));
        }
        double length = Math.sqrt(squares.getFloat());
        if (length > longest) {
            gradients.forEach(gradient -> gradient.ifPresent(g -> g.muli(longest / length)));
        }
    }

    @Override
    public void close() {
        autograd.close();
    }
}
