package dev.wherefore.core.network.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many passes, one after the other and at once, do not disturb each other and leave nothing. */
class ManyPassesTest {

    private static final List<String> LAYERS =
            List.of("stem", "blocks.0", "blocks.1#2", "named.left#1", "head.3", "stem.0");

    @Test
    void threadsAtOnceGiveWhatOneGives() throws Exception {
        Fixture fixture = Fixture.of("containers.scripted");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (TorchScriptNetwork network = fixture.load();
                NDManager parent = network.newScope();
                Autograd autograd = new Autograd(parent)) {
            List<float[]> alone = new ArrayList<>();
            for (int i = 0; i < LAYERS.size(); i++) {
                alone.add(gradient(network, autograd, fixture, i));
            }
            List<Future<float[]>> together = new ArrayList<>();
            for (int n = 0; n < 240; n++) {
                int i = n % LAYERS.size();
                together.add(threads.submit(() -> gradient(network, autograd, fixture, i)));
            }
            for (int n = 0; n < together.size(); n++) {
                assertThat(together.get(n).get()).isEqualTo(alone.get(n % LAYERS.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void threeHundredPassesLeaveNothingBehind() {
        Fixture fixture = Fixture.of("containers.scripted");
        try (TorchScriptNetwork network = fixture.load();
                NDManager parent = network.newScope();
                Autograd autograd = new Autograd(parent)) {
            gradient(network, autograd, fixture, 0);
            NDManager system = Engine.getInstance().newBaseManager().getParentManager();
            int held = parent.getManagedArrays().size();
            int heldBySystem = system.getManagedArrays().size();
            for (int n = 0; n < 300; n++) {
                gradient(network, autograd, fixture, n % LAYERS.size());
            }
            assertThat(parent.getManagedArrays()).hasSize(held);
            assertThat(system.getManagedArrays()).hasSize(heldBySystem);
        }
    }

    @Test
    void theGradientModeOfTheThreadStaysAfterSuccessAndFailure() {
        Fixture fixture = Fixture.of("containers.scripted");
        try (TorchScriptNetwork network = fixture.load();
                NDManager scope = network.newScope()) {
            Inputs wrong = Inputs.of(scope.ones(new Shape(1, 5, 4, 4)));
            for (boolean mode : new boolean[] {true, false}) {
                try (GradientMode outer = mode ? GradientMode.on() : GradientMode.off()) {
                    PassRequest tap = PassRequest.tap(List.of(LayerRun.parse("stem")), 1);
                    network.run(scope, fixture.inputs(scope), tap);
                    assertThat(JniUtils.isGradMode()).isEqualTo(mode);
                    network.run(scope, fixture.inputs(scope), PassRequest.PLAIN);
                    assertThat(JniUtils.isGradMode()).isEqualTo(mode);
                    assertThatExceptionOfType(NetworkFailure.class)
                            .isThrownBy(() -> network.run(scope, wrong, tap))
                            .withMessageContaining("expected input[1, 5, 4, 4] to have 3 channels")
                            .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
                    assertThat(JniUtils.isGradMode()).isEqualTo(mode);
                }
            }
        }
    }

    @Test
    void whatTheCallerGaveStaysAsItWas() {
        Fixture fixture = Fixture.of("mutates-its-input.scripted");
        try (TorchScriptNetwork network = fixture.load();
                NDManager scope = network.newScope()) {
            Inputs inputs = fixture.inputs(scope);
            network.run(scope, inputs, PassRequest.PLAIN);
            network.run(scope, inputs, PassRequest.toInput(true));
            network.shapes(scope, inputs);
            Inputs fresh = fixture.inputs(scope);
            for (int i = 0; i < 2; i++) {
                assertThat(inputs.arguments().get(i)).isEqualTo(fresh.arguments().get(i));
            }
        }
    }

    @Test
    void layersThatCannotBeTappedAreRefusedWithTheReason() {
        assertRefused("lstm.scripted", "lstm", "it returns Tuple[Tensor,Tuple[Tensor,Tensor]]");
        assertRefused("inner-methods.scripted", "cnn", "its forward is never called");
        assertRefused("inner-methods.scripted", "cnn", "'cnn.conv'");
        assertRefused("interface.scripted", "stage", "declared as the interface Stage");
        assertRefused("containers.traced", "head.1", "nothing of it is left in the traced program");
        assertRefused("frozen.scripted", "conv1", "frozen (torch.jit.freeze)");
    }

    @Test
    void reluBehindAnInterfaceIsNotPassedOverSilently() {
        Fixture fixture = Fixture.of("interface.scripted");
        try (TorchScriptNetwork network = fixture.load();
                NDManager scope = network.newScope()) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(
                            () ->
                                    network.run(
                                            scope,
                                            fixture.inputs(scope),
                                            PassRequest.toInput(true)))
                    .withMessageContaining("the ReLUs behind 'stage' cannot be reached");
        }
    }

    private static void assertRefused(String name, String layer, String reason) {
        Fixture fixture = Fixture.of(name);
        try (TorchScriptNetwork network = fixture.load();
                NDManager scope = network.newScope()) {
            PassRequest tap = PassRequest.tap(List.of(LayerRun.parse(layer)), 1);
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> network.run(scope, fixture.inputs(scope), tap))
                    .withMessageContaining(name + ".pt")
                    .withMessageContaining(reason);
        }
    }

    private static float[] gradient(
            TorchScriptNetwork network, Autograd autograd, Fixture fixture, int i) {
        try (NDManager scope = network.newScope();
                GradientMode on = GradientMode.on()) {
            List<LayerRun> tap = List.of(LayerRun.parse(LAYERS.get(i)));
            Pass pass = network.run(scope, fixture.inputs(scope), PassRequest.tap(tap, 1));
            NDArray score = pass.outputs().main().get(":, " + i % 3);
            NDArray found =
                    autograd.gradients(
                                    scope,
                                    List.of(score),
                                    List.of(pass.taps().get(0).probe()),
                                    List.of(score.onesLike()),
                                    Graph.FREE)
                            .get(0)
                            .orElseThrow();
            return found.toFloatArray();
        }
    }
}
