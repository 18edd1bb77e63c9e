package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import java.util.List;
import java.util.Optional;

/**
 * What is left of the scores at each layer, if every ReLU behind it lets back only what a rule
 * says.
 *
 * @param autograd takes the products
 * @param scope where the results belong
 * @param rule what the way back does at every ReLU
 */
record RuledOrder(Autograd autograd, NDManager scope, ReluRule rule) implements WayBack {

    @Override
    public PassRequest pass(List<LayerRun> places, int rowsPerImage) {
        return PassRequest.tap(places, rowsPerImage).cuttingRelus();
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public List<NDArray> toProbes(NDArray scores, Pass pass, String target, Graph graph) {
        if (pass.cuts().isEmpty()) {
            return new FirstOrder(autograd, scope).toProbes(scores, pass, target, graph);
        }
        List<NDArray> probes = pass.taps().stream().map(Tapped::probe).toList();
        List<Optional<NDArray>> found =
                autograd.throughCuts(
                        scope,
                        List.of(scores),
                        List.of(scores.onesLike()),
                        probes,
                        pass.cuts(),
                        rule);
        return FirstOrder.connected(found, pass, target);
    }
}
