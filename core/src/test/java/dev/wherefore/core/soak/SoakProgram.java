package dev.wherefore.core.soak;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Guided;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Explains one picture many times, and prints the process's resident memory on the way. */
public final class SoakProgram {

    private SoakProgram() {}

    /** Arguments: what to do (grad-cam, guided, second-order), archive, layer, how many times. */
    public static void main(String[] args) throws IOException {
        int times = Integer.parseInt(args[3]);
        try (TorchScriptNetwork network = TorchScriptNetwork.load(Path.of(args[1]), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager manager = network.newScope();
                Autograd autograd = new Autograd(manager)) {
            Inputs inputs = Inputs.of(manager.randomUniform(-1, 1, new Shape(1, 3, 96, 96)));
            for (int i = 1; i <= times; i++) {
                once(args[0], network, explainer, autograd, inputs, args[2]);
                if (i % (times / 2) == 0) {
                    System.gc();
                    System.out.println("resident " + residentKilobytes());
                }
            }
        }
    }

    private static void once(
            String what,
            Network network,
            Explainer explainer,
            Autograd autograd,
            Inputs inputs,
            String layer) {
        switch (what) {
            case "grad-cam" ->
                    explainer.explain(
                            inputs, ExplainRequest.of(layer, ClassTarget.logit(1), new GradCam()));
            case "guided" ->
                    explainer.explain(
                            inputs,
                            ExplainRequest.of(
                                    layer, ClassTarget.logit(1), new Guided(new GradCam())));
            case "second-order" -> secondOrder(network, autograd, inputs, layer);
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** The product of a Hessian and the activation: what second-order methods take. */
    private static void secondOrder(
            Network network, Autograd autograd, Inputs inputs, String layer) {
        ClassTarget target =
                new ClassTarget(
                        List.of(1), ScoreKind.LOG_PROBABILITY, Likelihood.SOFTMAX, "", "log p");
        try (NDManager scope = network.newScope();
                GradientMode on = GradientMode.on()) {
            Pass pass =
                    network.run(scope, inputs, PassRequest.tap(List.of(LayerRun.parse(layer)), 1));
            NDArray score = target.score(pass.outputs());
            List<NDArray> probe = List.of(pass.taps().get(0).probe());
            NDArray first =
                    autograd.gradients(
                                    scope,
                                    List.of(score),
                                    probe,
                                    List.of(score.onesLike()),
                                    Graph.RECORD)
                            .get(0)
                            .orElseThrow();
            NDArray activation = pass.taps().get(0).activation();
            NDArray second =
                    autograd.gradients(
                                    scope, List.of(first), probe, List.of(activation), Graph.FREE)
                            .get(0)
                            .orElseThrow();
            if (Float.isNaN(second.sum().getFloat())) {
                throw new IllegalStateException("not a number");
            }
        }
    }

    private static long residentKilobytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("/proc/self/status has no VmRSS");
    }
}
