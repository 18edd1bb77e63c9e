package dev.wherefore.core.network.block;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is behind a network cannot be told from outside. */
class SameAsTorchScriptTest {

    static Stream<Arguments> networks() {
        return Stream.of("traced.pt", "scripted.pt")
                .flatMap(
                        file ->
                                Stream.of(
                                        Arguments.of("tiny-resnet", file, Blocks.TINY_RESNET),
                                        Arguments.of("tiny-vgg", file, Blocks.TINY_VGG)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("networks")
    void layersAndShapesAreThoseOfTheArchive(String name, String file, String json) {
        Reference reference = Reference.of(name);
        try (Network archive = TorchScriptNetwork.load(reference.path(file), Device.cpu());
                Network blocks = Blocks.network(json);
                NDManager scope = blocks.newScope()) {
            List<Layer> expected =
                    archive.layers().stream()
                            .map(l -> new Layer(l.name(), type(l), l.refusal()))
                            .toList();
            assertThat(sorted(blocks.layers())).isEqualTo(sorted(expected));
            if (file.startsWith("traced")) {
                assertThat(blocks.layers()).isEqualTo(expected);
            }
            Inputs inputs = Inputs.of(reference.input(scope));
            List<LayerShape> shapes = blocks.shapes(scope, inputs);
            assertThat(shapes).isEqualTo(archive.shapes(scope, inputs)).hasSizeGreaterThan(15);
        }
    }

    /**
     * The reference's class of blocks is called {@code Block}, torchvision's {@code BasicBlock}.
     */
    private static String type(Layer layer) {
        return layer.type().equals("Block") ? "BasicBlock" : layer.type();
    }

    private static List<Layer> sorted(List<Layer> layers) {
        return layers.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("networks")
    void outputsActivationsAndGradientsAreTheArchives(String name, String file, String json) {
        Reference reference = Reference.of(name);
        try (Network archive = TorchScriptNetwork.load(reference.path(file), Device.cpu());
                Network blocks = Blocks.network(json);
                NDManager scope = blocks.newScope();
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            for (Layer layer : blocks.layers()) {
                PassRequest request = PassRequest.tap(List.of(LayerRun.parse(layer.name())), 1);
                Pass mine = blocks.run(scope, inputs, request);
                Pass theirs = archive.run(scope, inputs, request);
                assertThat(mine.taps().get(0).place()).isEqualTo(theirs.taps().get(0).place());
                assertThat(mine.taps().get(0).activation().toFloatArray())
                        .as(layer.name())
                        .isEqualTo(theirs.taps().get(0).activation().toFloatArray());
                assertThat(mine.outputs().main().toFloatArray())
                        .isEqualTo(theirs.outputs().main().toFloatArray());
                assertClose(
                        gradient(autograd, scope, mine),
                        gradient(autograd, scope, theirs),
                        1e-6,
                        layer.name());
            }
        }
    }

    private static float[] gradient(Autograd autograd, NDManager scope, Pass pass) {
        NDArray score = pass.outputs().main().get(":, 3");
        return autograd.gradients(
                        scope,
                        List.of(score),
                        List.of(pass.taps().get(0).probe()),
                        List.of(score.onesLike()),
                        Autograd.Graph.FREE)
                .get(0)
                .orElseThrow()
                .toFloatArray();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("networks")
    void waysBackThroughCutsAreTheArchives(String name, String file, String json) {
        Reference reference = Reference.of(name);
        try (Network archive = TorchScriptNetwork.load(reference.path(file), Device.cpu());
                Network blocks = Blocks.network(json);
                NDManager scope = blocks.newScope();
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            for (ReluRule rule : ReluRule.values()) {
                float[] mine = back(blocks, autograd, scope, inputs, rule);
                assertClose(mine, back(archive, autograd, scope, inputs, rule), 1e-6, "" + rule);
            }
            assertClose(
                    blocks.run(scope, inputs, PassRequest.PLAIN).outputs().main().toFloatArray(),
                    reference.floats("logits"),
                    1e-4,
                    "logits");
        }
    }

    private static float[] back(
            Network network, Autograd autograd, NDManager scope, Inputs inputs, ReluRule rule) {
        Pass pass = network.run(scope, inputs, PassRequest.toInput(true));
        assertThat(pass.cuts()).hasSizeGreaterThan(4);
        NDArray score = pass.outputs().main().get(":, 3");
        return autograd.throughCuts(
                        scope,
                        List.of(score),
                        List.of(score.onesLike()),
                        List.of(pass.input()),
                        pass.cuts(),
                        rule)
                .get(0)
                .orElseThrow()
                .toFloatArray();
    }
}
