package dev.wherefore.core.explain;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.EngineMessage;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.Tapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gradient of the scores to the second order, {@code G − ½ H A}: the gradient is taken with its
 * own graph recorded, and {@code H A} is the gradient of {@code G · A} with A held fixed. Each
 * layer's H is by its own values alone.
 *
 * @param autograd takes the products
 * @param scope where the results belong
 */
record SecondOrder(Autograd autograd, NDManager scope) implements WayBack {

    @Override
    public List<NDArray> toProbes(NDArray scores, Pass pass, String target, Graph graph) {
        List<NDArray> gradients =
                new FirstOrder(autograd, scope).toProbes(scores, pass, target, Graph.RECORD);
        List<NDArray> corrected = new ArrayList<>();
        for (int i = 0; i < gradients.size(); i++) {
            corrected.add(corrected(gradients.get(i), pass.taps().get(i)));
        }
        return corrected;
    }

    private NDArray corrected(NDArray gradient, Tapped tap) {
        long times = gradient.getShape().get(0) / tap.activation().getShape().get(0);
        try (GradientMode off = GradientMode.off()) {
            NDArray activation = times > 1 ? tap.activation().repeat(0, times) : tap.activation();
            // a gradient that does not depend on the layer has no graph: everything is linear
            return product(gradient, activation, tap)
                    .map(curvature -> gradient.sub(curvature.mul(0.5f)))
                    .orElse(gradient);
        }
    }

    private Optional<NDArray> product(NDArray gradient, NDArray vector, Tapped tap) {
        try {
            return autograd.gradients(
                            scope,
                            List.of(gradient),
                            List.of(tap.probe()),
                            List.of(vector),
                            Graph.KEEP)
                    .get(0);
        } catch (EngineException e) {
            throw new UserError(
                    "behind the layer '%s' there are no second derivatives, which the method 'shapley-cam' needs: %s"
                            .formatted(tap.place(), EngineMessage.firstLine(e)),
                    e);
        }
    }
}
