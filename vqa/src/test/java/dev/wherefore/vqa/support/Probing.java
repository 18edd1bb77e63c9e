package dev.wherefore.vqa.support;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.Target;
import dev.wherefore.vqa.network.VqaNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Asks a network for numbers, without what explains pictures. */
public final class Probing {

    private Probing() {}

    /** What a layer gives, and the gradient of a score. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Probed(float[] logits, float[] activation, float[] gradient) {}

    /** Taps one layer in a pass of its own. */
    public static Probed at(
            VqaNetwork network, Inputs inputs, String layer, Function<NDArray, NDArray> score) {
        try (NDManager scope = network.newScope();
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            Pass pass =
                    network.run(scope, inputs, PassRequest.tap(List.of(LayerRun.parse(layer)), 1));
            NDArray logits = pass.outputs().get(VqaNetwork.LOGITS);
            NDArray number = score.apply(logits);
            NDArray gradient =
                    autograd.gradients(
                                    scope,
                                    List.of(number),
                                    List.of(pass.taps().get(0).probe()),
                                    List.of(number.onesLike()),
                                    Graph.FREE)
                            .get(0)
                            .orElseThrow();
            return new Probed(
                    logits.toFloatArray(),
                    pass.taps().get(0).activation().toFloatArray(),
                    gradient.toFloatArray());
        }
    }

    /** The logits of a pass in which nothing is tapped. */
    public static float[] plain(VqaNetwork network, Inputs inputs) {
        try (NDManager scope = network.newScope()) {
            return network.run(scope, inputs, PassRequest.PLAIN)
                    .outputs()
                    .get(VqaNetwork.LOGITS)
                    .toFloatArray();
        }
    }

    /** A request at one layer, by methods. */
    public static ExplainRequest request(
            String layer, Layout layout, List<Target> targets, Method... methods) {
        return new ExplainRequest(
                List.of(LayerRun.parse(layer)),
                layout,
                targets,
                Arrays.asList(methods),
                Fusion.MEAN,
                false);
    }

    /** Gradient times activation, summed over the last size. */
    public static float[] products(Probed probed, int width) {
        float[] sums = new float[probed.gradient().length / width];
        for (int i = 0; i < probed.gradient().length; i++) {
            sums[i / width] += probed.gradient()[i] * probed.activation()[i];
        }
        return sums;
    }
}
