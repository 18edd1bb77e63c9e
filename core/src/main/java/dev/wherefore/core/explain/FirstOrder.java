package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.Tapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gradient of the scores, G.
 *
 * @param autograd takes the products
 * @param scope where the results belong
 */
record FirstOrder(Autograd autograd, NDManager scope) implements WayBack {

    @Override
    public List<NDArray> toProbes(NDArray scores, Pass pass, String target, Graph graph) {
        List<NDArray> probes = pass.taps().stream().map(Tapped::probe).toList();
        NDArray ones = scores.onesLike();
        List<Optional<NDArray>> found =
                autograd.gradients(scope, List.of(scores), probes, List.of(ones), graph);
        return connected(found, pass, target);
    }

    /**
     * Returns what was found at each probe.
     *
     * @throws NotConnectedException if something was not
     */
    static List<NDArray> connected(List<Optional<NDArray>> found, Pass pass, String target) {
        List<NDArray> gradients = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String place = "the layer '" + pass.taps().get(i).place() + "'";
            gradients.add(found.get(i).orElseThrow(() -> new NotConnectedException(target, place)));
        }
        return gradients;
    }
}
