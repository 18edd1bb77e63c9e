package dev.wherefore.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.method.AblationCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.ScoreCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.block.BlockNetworks;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.target.ClassTarget;
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
 * Methods of many passes against the passes they stand for, on ResNets of torchvision's sizes with
 * weights drawn by chance: Ablation-CAM at the last stage of ResNet-50 (2,048 channels) against 64
 * passes of the whole network, and Score-CAM at the second stage of ResNet-18 against the passes of its
 * 128 masked pictures. Run in turn within each invocation; medians and their ratios are printed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class ManyPassCost {

    /** How many pictures the baseline runs at a time. */
    private static final int AT_ONCE = 16;

    private static final int WARM_UP = 3;

    /** The method, and with it the network and the layer. */
    @Param({"ablation-cam", "score-cam"})
    public String method = "ablation-cam";

    private final Medians passes = new Medians("passes of the whole network", WARM_UP);
    private final Medians explained = new Medians("the method", WARM_UP);

    @SuppressWarnings("NullAway.Init")
    private Network network;

    @SuppressWarnings("NullAway.Init")
    private NDManager manager;

    @SuppressWarnings("NullAway.Init")
    private Explainer explainer;

    @SuppressWarnings("NullAway.Init")
    private Inputs inputs;

    @SuppressWarnings("NullAway.Init")
    private ExplainRequest request;

    /** The channels that the baseline runs the whole network for, once each. */
    private int channels;

    /** Draws the network. */
    @Setup
    public void draw() {
        boolean ablation = method.equals("ablation-cam");
        NetworkConfig config =
                NetworkConfig.fromJson(
                        "{\"family\": \"resnet\", \"classes\": 1000, \"depth\": "
                                + (ablation ? 50 : 18)
                                + "}");
        NetworkBlock block =
                Guice.createInjector(new NetworkModule())
                        .getInstance(NetworkFamilies.class)
                        .create(config);
        manager = NDManager.newBaseManager(Device.cpu());
        block.initialise(manager, 1);
        network = BlockNetworks.sharing(block, Device.cpu());
        explainer = new Explainer(network);
        inputs = Inputs.of(manager.randomUniform(-1, 1, new Shape(1, 3, 224, 224)));
        channels = ablation ? 64 : 128;
        Method chosen = ablation ? new AblationCam() : new ScoreCam();
        request =
                ExplainRequest.of(
                        ablation ? "layer4" : "layer2", ClassTarget.logit(281), chosen);
        passes.forget();
        explained.forget();
    }

    /** One of each, in turn. */
    @Benchmark
    public float inTurn() {
        return passes.time(this::pass) + explained.time(this::explain);
    }

    private float pass() {
        float sum = 0;
        for (int done = 0; done < channels; done += AT_ONCE) {
            try (NDManager scope = manager.newSubManager();
                    GradientMode off = GradientMode.off()) {
                NDArray many = inputs.imageArray().repeat(0, AT_ONCE);
                many.attach(scope);
                sum +=
                        network.run(scope, Inputs.of(many), PassRequest.PLAIN)
                                .outputs()
                                .main()
                                .toFloatArray()[0];
            }
        }
        return sum;
    }

    private float explain() {
        return explainer.explain(inputs, request).pictures().get(0).get(0).score();
    }

    /** Prints what was measured. */
    @TearDown
    public void print() {
        System.out.printf("%n%s, %d passes", method, channels);
        passes.print(passes);
        explained.print(passes);
        explainer.close();
        network.close();
        manager.close();
    }
}
