package dev.wherefore.core.network.block;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.support.FormulaWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pass through blocks owes. */
class BlockNetworkTest {

    private static final int BATCH = 2;

    private static Inputs inputs(NDManager scope, int channels) {
        Shape shape = new Shape(BATCH, channels, 48, 40);
        return Inputs.of(scope.create(FormulaWeights.values("picture", shape), shape));
    }

    private static int channels(String json) {
        return NetworkConfig.fromJson(json).channels();
    }

    private static float[] outputs(Pass pass) {
        return pass.outputs().main().toFloatArray();
    }

    private static List<String> places(Network network, NDManager scope, Inputs inputs) {
        return network.shapes(scope, inputs).stream()
                .map(shape -> shape.layer() + "#" + shape.run())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Blocks.TINY_RESNET,
                Blocks.TINY_VGG,
                Blocks.TINY_BOTTLENECK,
                Blocks.TINY_CIFAR
            })
    void aTapAnywhereLeavesTheOutputsAsTheyAreToTheLastBit(String json) {
        try (Network network = Blocks.network(json);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope, channels(json));
            float[] plain = outputs(network.run(scope, inputs, PassRequest.PLAIN));
            Map<String, Shape> shapes =
                    network.shapes(scope, inputs).stream()
                            .collect(
                                    Collectors.toMap(
                                            s -> s.layer() + "#" + s.run(), LayerShape::shape));
            List<String> names = places(network, scope, inputs);
            assertThat(names).hasSizeGreaterThan(15);
            for (String place : names) {
                PassRequest tap = PassRequest.tap(List.of(LayerRun.parse(place)), 1);
                Pass pass = network.run(scope, inputs, tap);
                assertThat(outputs(pass)).as(place).isEqualTo(plain);
                assertThat(pass.taps().get(0).place()).hasToString(place);
                assertThat(pass.taps().get(0).activation().getShape()).isEqualTo(shapes.get(place));
                assertThat(pass.taps().get(0).activation().hasGradient()).isFalse();
            }
            Pass all =
                    network.run(
                            scope,
                            inputs,
                            PassRequest.tap(names.stream().map(LayerRun::parse).toList(), 1));
            assertThat(outputs(all)).isEqualTo(plain);
            assertThat(all.taps()).hasSize(names.size());
            Pass cut = network.run(scope, inputs, PassRequest.toInput(true));
            assertThat(outputs(cut)).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Blocks.TINY_RESNET, Blocks.TINY_VGG, Blocks.TINY_CIFAR})
    void aProbesGradientIsThatOfAPassRecordedFromTheFirstLayerOn(String json) {
        try (Network network = Blocks.network(json);
                NDManager scope = network.newScope();
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            Inputs inputs = inputs(scope, channels(json));
            List<String> names = places(network, scope, inputs);
            List<LayerRun> all = names.stream().map(LayerRun::parse).toList();
            Pass together = network.run(scope, inputs, PassRequest.tap(all, 1));
            List<float[]> expected = gradients(autograd, scope, together);
            for (int i = 0; i < names.size(); i++) {
                Pass alone = network.run(scope, inputs, PassRequest.tap(List.of(all.get(i)), 1));
                float[] found = gradients(autograd, scope, alone).get(0);
                assertThat(found).as(names.get(i)).isEqualTo(expected.get(i));
            }
        }
    }

    private static List<float[]> gradients(Autograd autograd, NDManager scope, Pass pass) {
        NDArray score = pass.outputs().main().get(":, 1");
        List<NDArray> probes = pass.taps().stream().map(t -> t.probe()).toList();
        return autograd
                .gradients(scope, List.of(score), probes, List.of(score.onesLike()), Graph.FREE)
                .stream()
                .map(g -> g.orElseThrow().toFloatArray())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {Blocks.TINY_RESNET, Blocks.TINY_BOTTLENECK, Blocks.TINY_CIFAR})
    void rowsForEachTargetEqualPassesForEachEvenWithinABlock(String json) {
        try (Network network = Blocks.network(json);
                NDManager scope = network.newScope();
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            Inputs inputs = inputs(scope, channels(json));
            for (String name : places(network, scope, inputs)) {
                List<LayerRun> tap = List.of(LayerRun.parse(name));
                Pass shared = network.run(scope, inputs, PassRequest.tap(tap, 2));
                NDArray logits = shared.outputs().main();
                assertThat(logits.getShape().get(0)).as(name).isEqualTo(2 * BATCH);
                // the picture's first row asks for class 0, its second for class 1
                NDArray scores = logits.get("0::2, 0").add(logits.get("1::2, 1"));
                NDArray gradient = gradient(autograd, scope, scores, shared);
                for (int target = 0; target < 2; target++) {
                    Pass alone = network.run(scope, inputs, PassRequest.tap(tap, 1));
                    NDArray score = alone.outputs().main().get(":, " + target);
                    assertClose(
                            gradient.get(target + "::2").toFloatArray(),
                            gradient(autograd, scope, score, alone).toFloatArray(),
                            1e-5,
                            name);
                }
            }
        }
    }

    private static NDArray gradient(Autograd autograd, NDManager scope, NDArray score, Pass pass) {
        return autograd.gradients(
                        scope,
                        List.of(score),
                        List.of(pass.taps().get(0).probe()),
                        List.of(score.onesLike()),
                        Graph.FREE)
                .get(0)
                .orElseThrow();
    }

    @Test
    void onlyWhatFollowsTheTapIsRecorded() {
        try (Network network = Blocks.network(Blocks.TINY_RESNET);
                NDManager scope = network.newScope();
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            Inputs inputs = inputs(scope, 3);
            List<LayerRun> taps = List.of(LayerRun.parse("layer3.0"), LayerRun.parse("layer2"));
            Pass pass = network.run(scope, inputs, PassRequest.tap(taps, 1));
            NDArray activation = pass.taps().get(0).activation();
            Optional<NDArray> before =
                    autograd.gradients(
                                    scope,
                                    List.of(activation),
                                    List.of(pass.taps().get(1).probe()),
                                    List.of(activation.onesLike()),
                                    Graph.KEEP)
                            .get(0);
            assertThat(before).isEmpty();
            assertThat(pass.input().hasGradient()).isFalse();
        }
    }

    @Test
    void aLayersNameAloneMeansItsLastRun() {
        try (Network network = Blocks.network(Blocks.TINY_BOTTLENECK);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope, 1);
            Pass last =
                    network.run(
                            scope,
                            inputs,
                            PassRequest.tap(List.of(LayerRun.parse("layer2.1.relu")), 1));
            assertThat(last.taps().get(0).place()).hasToString("layer2.1.relu#3");
            Pass block =
                    network.run(
                            scope, inputs, PassRequest.tap(List.of(LayerRun.parse("layer2.1")), 1));
            assertThat(last.taps().get(0).activation().toFloatArray())
                    .isEqualTo(block.taps().get(0).activation().toFloatArray());
        }
    }

    @Test
    void wrongNamesAndRunsAreRefusedWithNearMatches() {
        try (Network network = Blocks.network(Blocks.TINY_RESNET);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope, 3);
            assertRefused(network, scope, inputs, "layer3.1.cnv2")
                    .hasMessageStartingWith("formula has no layer 'layer3.1.cnv2'; did you mean")
                    .hasMessageContaining("'layer3.1.conv2'");
            assertRefused(network, scope, inputs, "layer3.1.relu#3")
                    .hasMessage(
                            "formula: the layer 'layer3.1.relu' runs 2 times in a pass;"
                                    + " 'layer3.1.relu#3' is not among them");
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(
            Network network, NDManager scope, Inputs inputs, String name) {
        PassRequest request = PassRequest.tap(List.of(LayerRun.parse(name)), 1);
        return assertThatThrownBy(() -> network.run(scope, inputs, request))
                .isInstanceOf(UserError.class);
    }

    @Test
    void cutsBelowALayerAreThoseOfItsReLUsAlone() {
        for (String json : List.of(Blocks.TINY_RESNET, Blocks.TINY_CIFAR)) {
            try (Network network = Blocks.network(json);
                    NDManager scope = network.newScope()) {
                Inputs inputs = inputs(scope, 3);
                assertThat(cuts(network, scope, inputs, "layer3.1")).isEqualTo(2);
                assertThat(cuts(network, scope, inputs, "layer3")).isEqualTo(4);
                assertThat(cuts(network, scope, inputs, "")).isEqualTo(13);
            }
        }
    }

    private static int cuts(Network network, NDManager scope, Inputs inputs, String layer) {
        PassRequest request = new PassRequest(List.of(), 1, Optional.of(layer), true, Map.of());
        return network.run(scope, inputs, request).cuts().size();
    }

    @Test
    void aPictureThatDoesNotFitIsRefusedInOneSentence() {
        try (Network network = Blocks.network(Blocks.TINY_VGG);
                NDManager scope = network.newScope()) {
            assertThatThrownBy(() -> network.run(scope, inputs(scope, 1), PassRequest.PLAIN))
                    .isInstanceOf(NetworkFailure.class)
                    .hasMessage(
                            "formula takes pictures of the shape (B, 3, H, W), found (2, 1, 48,"
                                    + " 40)");
            Inputs small = Inputs.of(scope.zeros(new Shape(1, 3, 4, 4)));
            assertThatThrownBy(() -> network.run(scope, small, PassRequest.PLAIN))
                    .isInstanceOf(NetworkFailure.class)
                    .hasMessageStartingWith("formula failed: ");
        }
    }

    @Test
    void threadsAtOnceDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
        try (Network network = Blocks.network(Blocks.TINY_RESNET)) {
            List<String> layers = network.layers().stream().map(Layer::name).limit(24).toList();
            List<float[]> expected = new ArrayList<>();
            layers.forEach(layer -> expected.add(activation(network, layer)));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<float[]>> found = new ArrayList<>();
                for (int round = 0; round < 3; round++) {
                    for (String layer : layers) {
                        found.add(threads.submit(() -> activation(network, layer)));
                    }
                }
                for (int i = 0; i < found.size(); i++) {
                    assertThat(found.get(i).get()).isEqualTo(expected.get(i % layers.size()));
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static float[] activation(Network network, String layer) {
        try (NDManager scope = network.newScope()) {
            PassRequest request = PassRequest.tap(List.of(LayerRun.parse(layer)), 1);
            Pass pass = network.run(scope, inputs(scope, 3), request);
            return pass.taps().get(0).activation().toFloatArray();
        }
    }

    @Test
    void aPassLeavesNothingInItsScopeButWhatItReturns() {
        try (Network network = Blocks.network(Blocks.TINY_RESNET);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope, 3);
            int before = scope.getManagedArrays().size();
            PassRequest plain = PassRequest.PLAIN;
            network.run(scope, inputs, plain);
            // the picture and the logits
            assertThat(scope.getManagedArrays()).hasSize(before + 2);
            network.run(scope, inputs, PassRequest.tap(List.of(LayerRun.parse("layer2")), 3));
            // the picture, the logits, the activation and the probe
            assertThat(scope.getManagedArrays()).hasSize(before + 6);
            int cuts = network.run(scope, inputs, PassRequest.toInput(true)).cuts().size();
            assertThat(scope.getManagedArrays()).hasSize(before + 8 + 2 * cuts);
            network.shapes(scope, inputs);
            assertThat(scope.getManagedArrays()).hasSize(before + 8 + 2 * cuts);
        }
    }

    @Test
    void aNetworkSharesItsBlocksParametersAndRecordsNothingOfThem() {
        NetworkBlock block = Blocks.block(Blocks.TINY_RESNET);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialise(manager, 5);
            try (Network network = BlockNetworks.sharing(block, manager.getDevice());
                    NDManager scope = network.newScope();
                    GradientMode on = GradientMode.on()) {
                Inputs inputs = inputs(scope, 3);
                NDArray logits =
                        network.run(scope, inputs, PassRequest.toInput(false)).outputs().main();
                float[] before = logits.toFloatArray();
                try (GradientMode off = GradientMode.off()) {
                    block.parameters().weights().values().forEach(w -> w.muli(1.1f));
                }
                float[] after = outputs(network.run(scope, inputs, PassRequest.PLAIN));
                assertThat(after).isNotEqualTo(before);
                float[] own =
                        block.forward(
                                        new ai.djl.training.ParameterStore(manager, false),
                                        new NDList(inputs.imageArray()),
                                        false)
                                .singletonOrThrow()
                                .toFloatArray();
                assertThat(after).isEqualTo(own);
            }
            assertThat(block.getParameters().values().get(0).getArray().hasGradient()).isTrue();
        }
    }
}
