package dev.wherefore.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.ExecutorMode;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.engine.ScriptProgram;
import dev.wherefore.core.engine.ScriptProgram.Argument;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.method.Attribution;
import dev.wherefore.core.method.Evidence;
import dev.wherefore.core.method.EvidenceSource;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodCard;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.target.ClassTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Grad-CAM at the default layer (tap, backward pass, map) against the plain forward pass of the
 * original archive; the same with all that an explanation is (heatmap at the picture's size, verdict);
 * and the way of other tools, which record gradients through the whole network. All run in turn within
 * each invocation, on the same threads and executor setting; the medians and their ratios are printed
 * at the end of each trial.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 4, time = 8)
public class GradCamCost {

    /** The archives, TorchScript classifiers of 224x224 pictures. */
    @Param({""})
    public String model = "";

    /** How many pictures go through at once. */
    @Param({"1", "8"})
    public int batch = 1;

    private final Medians plainTimes = new Medians("plain forward pass");
    private final Medians gradCamTimes = new Medians("Grad-CAM: tap, backward pass, map");
    private final Medians explanationTimes = new Medians("a whole explanation, heatmap included");
    private final Medians wholeTimes = new Medians("recorded through the whole network");

    @SuppressWarnings("NullAway.Init")
    private TorchScriptNetwork network;

    @SuppressWarnings("NullAway.Init")
    private NDManager manager;

    @SuppressWarnings("NullAway.Init")
    private ScriptProgram original;

    @SuppressWarnings("NullAway.Init")
    private Explainer explainer;

    @SuppressWarnings("NullAway.Init")
    private Autograd autograd;

    @SuppressWarnings("NullAway.Init")
    private Inputs inputs;

    @SuppressWarnings("NullAway.Init")
    private ExplainRequest gradCam;

    @SuppressWarnings("NullAway.Init")
    private ExplainRequest whole;

    /** Loads the archive twice: as it is, and rewritten. */
    @Setup
    public void load() throws IOException {
        Path archive = Path.of(model);
        network = TorchScriptNetwork.load(archive, Device.cpu());
        manager = network.newScope();
        try (InputStream stream = Files.newInputStream(archive)) {
            original = ScriptProgram.load(manager, stream);
        }
        explainer = new Explainer(network);
        autograd = new Autograd(manager);
        inputs = Inputs.of(manager.randomUniform(-1, 1, new Shape(batch, 3, 224, 224)));
        String layer = LayerChoice.of(network, network.shapes(manager, inputs), 1000).layer();
        gradCam = ExplainRequest.of(layer, ClassTarget.logit(281), new GradCam());
        whole = ExplainRequest.of(layer, ClassTarget.logit(281), new ThroughTheWholeNetwork());
        plainTimes.forget();
    }

    /** One of each, in turn. */
    @Benchmark
    public float inTurn() {
        float plain = plainTimes.time(this::plain);
        float mapped = gradCamTimes.time(this::map);
        float explained = explanationTimes.time(() -> explain(gradCam));
        float recorded = wholeTimes.time(() -> explain(whole));
        return plain + mapped + explained + recorded;
    }

    private float plain() {
        try (NDManager scope = manager.newSubManager();
                ExecutorMode mode = ExecutorMode.plain();
                GradientMode off = GradientMode.off()) {
            NDArray input = inputs.imageArray().duplicate();
            input.attach(scope);
            return original.call(scope, "forward", Argument.of(input)).get(0).toFloatArray()[0];
        }
    }

    private float map() {
        try (NDManager scope = manager.newSubManager();
                GradientMode on = GradientMode.on()) {
            Pass pass = network.run(scope, inputs, PassRequest.tap(gradCam.layers(), 1));
            NDArray score = gradCam.targets().get(0).score(pass.outputs());
            Tapped tapped = pass.taps().get(0);
            NDArray gradient =
                    autograd.gradients(
                                    scope,
                                    List.of(score),
                                    List.of(tapped.probe()),
                                    List.of(score.onesLike()),
                                    Autograd.Graph.FREE)
                            .get(0)
                            .orElseThrow();
            Evidence evidence = new Evidence(tapped.activation(), gradient);
            return new GradCam().map(evidence).toFloatArray()[0];
        }
    }

    private float explain(ExplainRequest request) {
        Explanations explanations = explainer.explain(inputs, request);
        return explanations.pictures().get(0).get(0).score();
    }

    /** Prints what was measured. */
    @TearDown
    public void print() {
        plainTimes.print(plainTimes);
        gradCamTimes.print(plainTimes);
        explanationTimes.print(plainTimes);
        wholeTimes.print(plainTimes);
        explainer.close();
        autograd.close();
        original.close();
        manager.close();
        network.close();
    }

    /** The gradient is taken at the picture, so that the engine records every layer. */
    private static final class ThroughTheWholeNetwork implements Method {

        @Override
        public MethodCard card() {
            return new MethodCard("whole", "", "", "", "", "", "", "");
        }

        @Override
        public boolean needsLayer() {
            return false;
        }

        @Override
        public Attribution attribute(EvidenceSource source) {
            return Attribution.ofPixels(source.atInput(ReluRule.GRADIENT));
        }
    }
}
