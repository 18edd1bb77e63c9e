package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.inject.Guice;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that autograd and the grad-cam package give for the small networks. */
class ReferenceNumbersTest {

    private final Methods methods =
            Guice.createInjector(new MethodModule()).getInstance(Methods.class);

    Device device() {
        return Device.cpu();
    }

    double tolerance() {
        return 1e-4;
    }

    static Stream<Arguments> networks() {
        return Stream.of("traced.pt", "scripted.pt")
                .flatMap(
                        file ->
                                Stream.of(
                                        Arguments.of("tiny-resnet", file, "layer3", 3),
                                        Arguments.of("tiny-vgg", file, "features.9", 5),
                                        Arguments.of("tiny-vit", file, "blocks.1.norm1", 2)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("networks")
    void mapsAgreeWithTheReference(String name, String file, String layer, int target) {
        Reference reference = Reference.of(name);
        try (TorchScriptNetwork network = TorchScriptNetwork.load(reference.path(file), device());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            int compared = 0;
            for (Method method : methods.all()) {
                String raw = layer + "/raw/" + method.card().name();
                if (!reference.has(raw)) {
                    continue;
                }
                List<Explanation> explanations = explain(explainer, inputs, layer, target, method);
                assertClose(rawOf(explanations), reference.floats(raw), tolerance(), raw);
                String scaled = layer + "/scaled/" + method.card().name();
                if (reference.has(scaled)) {
                    assertClose(
                            heatOf(explanations), reference.floats(scaled), tolerance(), scaled);
                }
                compared++;
            }
            assertThat(compared).as("methods compared").isEqualTo(7);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("networks")
    void gradientsAtTheInputAgreeWithTheReference(
            String name, String file, String layer, int target) {
        Reference reference = Reference.of(name);
        try (TorchScriptNetwork network = TorchScriptNetwork.load(reference.path(file), device());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            NDArray logits = network.run(scope, inputs, PassRequest.PLAIN).outputs().main();
            assertClose(logits.toFloatArray(), reference.floats("logits"), tolerance(), "logits");
            for (String[] pair :
                    new String[][] {
                        {"gradient", "input/gradient"},
                        {"guided-backpropagation", "input/guided-backprop"}
                    }) {
                if (reference.has(pair[1])) {
                    List<Explanation> explanations =
                            explain(explainer, inputs, layer, target, methods.get(pair[0]));
                    assertClose(
                            pixelsOf(explanations),
                            reference.floats(pair[1]),
                            tolerance(),
                            pair[1]);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("networks")
    void twoTargetsInOnePassEqualTheSameOneByOne(
            String name, String file, String layer, int target) {
        Reference reference = Reference.of(name);
        try (TorchScriptNetwork network = TorchScriptNetwork.load(reference.path(file), device());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            Method gradCam = methods.get("grad-cam");
            ExplainRequest both =
                    new ExplainRequest(
                            ExplainRequest.of(layer, ClassTarget.logit(0), gradCam).layers(),
                            Layout.AUTO,
                            List.of(ClassTarget.logit(target), ClassTarget.logit(0)),
                            List.of(gradCam),
                            Fusion.MEAN,
                            false);
            List<List<Explanation>> together = explainer.explain(inputs, both).pictures();
            for (int t = 0; t < 2; t++) {
                List<Explanation> alone =
                        explain(explainer, inputs, layer, t == 0 ? target : 0, gradCam);
                for (int picture = 0; picture < 2; picture++) {
                    Explanation one = together.get(picture).get(t);
                    assertClose(
                            one.raw().get(0).toArray(),
                            alone.get(picture).raw().get(0).toArray(),
                            tolerance(),
                            name + " picture " + picture + " target " + t);
                    assertThat(one.score()).isCloseTo(alone.get(picture).score(), withinShare());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"tiny-resnet, layer2, layer3, 3", "tiny-vgg, features.6, features.9, 5"})
    void furtherNumbersAgreeWhereTheWholeReferenceIs(
            String name, String first, String second, int target) {
        Map<String, NpyArray> more = Reference.of(name).furtherArrays();
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(Reference.of(name).path("scripted.pt"), device());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(Reference.of(name).input(scope));
            for (String[] pair :
                    new String[][] {
                        {"gradient", "captum/saliency"},
                        {"guided-backpropagation", "captum/guided-backprop"},
                        {"deconvnet", "captum/deconvnet"}
                    }) {
                float[] found =
                        pixelsOf(explain(explainer, inputs, second, target, methods.get(pair[0])));
                float[] expected = numbers(more, pair[1]);
                assertClose(found, expected, tolerance(), pair[1]);
            }
            ExplainRequest twoLayers =
                    new ExplainRequest(
                            List.of(LayerRun.parse(first), LayerRun.parse(second)),
                            Layout.AUTO,
                            List.of(ClassTarget.logit(target)),
                            List.of(methods.get("grad-cam")),
                            Fusion.MEAN,
                            false);
            List<Explanation> fused =
                    explainer.explain(inputs, twoLayers).pictures().stream()
                            .map(list -> list.get(0))
                            .toList();
            assertClose(
                    heatOf(fused),
                    numbers(more, "grad-cam/two-layers-mean"),
                    tolerance(),
                    "two layers");
        }
    }

    private static float[] numbers(Map<String, NpyArray> arrays, String name) {
        return java.util.Objects.requireNonNull(arrays.get(name), name).toFloats();
    }

    private static org.assertj.core.data.Offset<Float> withinShare() {
        return org.assertj.core.data.Offset.offset(1e-4f);
    }

    private static List<Explanation> explain(
            Explainer explainer, Inputs inputs, String layer, int target, Method method) {
        ExplainRequest request = ExplainRequest.of(layer, ClassTarget.logit(target), method);
        return explainer.explain(inputs, request).pictures().stream()
                .map(list -> list.get(0))
                .toList();
    }

    private static float[] rawOf(List<Explanation> explanations) {
        return join(explanations.stream().map(e -> e.raw().get(0).toArray()).toList());
    }

    private static float[] heatOf(List<Explanation> explanations) {
        return join(explanations.stream().map(e -> e.heat().toArray()).toList());
    }

    private static float[] pixelsOf(List<Explanation> explanations) {
        return join(explanations.stream().map(e -> e.pixels().orElseThrow().toArray()).toList());
    }

    private static float[] join(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
