package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.method.AblationCam;
import dev.wherefore.core.method.HiResCam;
import dev.wherefore.core.method.LeGrad;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps at attention, each written out in plain loops over heads, queries and keys. */
class LeGradTest {

    private static final int TOKENS = 37;
    private static final int HEADS = 4;
    private static final String LAYER = "blocks.1.attn.softmax";

    @ParameterizedTest
    @ValueSource(strings = {"traced.pt", "scripted.pt"})
    void aLayersMapIsTheMeanOfPositiveGradientsByEachKey(String file) {
        List<String> layers = List.of("blocks.0.attn.softmax", LAYER, "blocks.2.attn.softmax");
        try (TorchScriptNetwork network = vit(file);
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope);
            List<Target> targets = List.of(ClassTarget.logit(2), ClassTarget.logit(7));
            List<List<Explanation>> found =
                    explainer
                            .explain(inputs, request(layers, Layout.AUTO, targets, new LeGrad()))
                            .pictures();
            for (int t = 0; t < 2; t++) {
                int index = t == 0 ? 2 : 7;
                Pass pass = network.run(scope, inputs, PassRequest.tap(places(layers), 1));
                List<NDArray> gradients = gradients(scope, pass, index);
                for (int layer = 0; layer < 3; layer++) {
                    float[] gradient = gradients.get(layer).toFloatArray();
                    for (int picture = 0; picture < 2; picture++) {
                        assertClose(
                                found.get(picture).get(t).raw().get(layer).toArray(),
                                meanOfPositive(gradient, picture),
                                1e-5,
                                layers.get(layer) + " picture " + picture + " class " + index);
                    }
                }
            }
        }
    }

    private static float[] meanOfPositive(float[] gradient, int picture) {
        double[] sums = new double[TOKENS];
        for (int head = 0; head < HEADS; head++) {
            for (int query = 0; query < TOKENS; query++) {
                for (int key = 0; key < TOKENS; key++) {
                    sums[key] += Math.max(0, gradient[at(picture, head, query, key)]);
                }
            }
        }
        float[] map = new float[TOKENS - 1];
        for (int place = 0; place < map.length; place++) {
            map[place] = (float) (sums[place + 1] / (HEADS * TOKENS));
        }
        return map;
    }

    private static int at(int picture, int head, int query, int key) {
        return ((picture * HEADS + head) * TOKENS + query) * TOKENS + key;
    }

    @Test
    void theLayoutSaysWhereTheKeysAre() {
        try (TorchScriptNetwork network = vit("traced.pt");
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Explanation square = explain(explainer, scope, Layout.AUTO, new LeGrad());
            Explanation named = explain(explainer, scope, Layout.tokens(1, 6, 6), new LeGrad());
            Explanation wide = explain(explainer, scope, Layout.tokens(1, 4, 9), new LeGrad());
            Explanation later = explain(explainer, scope, Layout.tokens(2, 5, 7), new LeGrad());
            float[] expected = square.raw().get(0).toArray();
            assertThat(expected).hasSize(36);
            assertClose(named.raw().get(0).toArray(), expected, 1e-6, "named");
            assertClose(wide.raw().get(0).toArray(), expected, 1e-6, "wide");
            assertThat(wide.raw().get(0).width()).isEqualTo(9);
            float[] rest = Arrays.copyOfRange(expected, 1, 36);
            assertClose(later.raw().get(0).toArray(), rest, 1e-6, "two tokens skipped");
        }
    }

    /** Other methods have heads and queries for channels, and keys for places. */
    @Test
    void hiResCamAtAttentionSumsGradientTimesAttention() {
        try (TorchScriptNetwork network = vit("scripted.pt");
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope);
            Pass pass = network.run(scope, inputs, PassRequest.tap(places(List.of(LAYER)), 1));
            float[] gradient = gradients(scope, pass, 2).get(0).toFloatArray();
            float[] attention = pass.taps().get(0).activation().toFloatArray();
            double[] sums = new double[TOKENS];
            for (int i = 0; i < HEADS * TOKENS * TOKENS; i++) {
                sums[i % TOKENS] += (double) gradient[i] * attention[i];
            }
            float[] expected = new float[TOKENS - 1];
            for (int place = 0; place < expected.length; place++) {
                expected[place] = (float) sums[place + 1];
            }
            Explanation found = explain(explainer, scope, Layout.AUTO, new HiResCam());
            assertClose(found.raw().get(0).toArray(), expected, 1e-5, "HiResCAM");
        }
    }

    /** A channel that is taken away is what one query of one head sees of all places. */
    @Test
    void ablationAtAttentionTakesAwayWhatAQuerySees() {
        try (TorchScriptNetwork network = vit("scripted.pt");
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(inputs(scope).imageArray().get("0:1"));
            LayerRun layer = LayerRun.parse(LAYER);
            Pass pass = network.run(scope, inputs, PassRequest.tap(List.of(layer), 1));
            float[] attention = pass.taps().get(0).activation().toFloatArray();
            double whole = pass.outputs().main().getFloat(0, 2);
            double[] map = new double[TOKENS];
            for (int channel = 0; channel < HEADS * TOKENS; channel++) {
                float[] change = new float[attention.length];
                for (int key = 1; key < TOKENS; key++) {
                    change[channel * TOKENS + key] = -attention[channel * TOKENS + key];
                }
                NDArray added = scope.create(change, new Shape(1, HEADS, TOKENS, TOKENS));
                Pass without = network.run(scope, inputs, PassRequest.change(layer, added, 1));
                double weight = (whole - without.outputs().main().getFloat(0, 2)) / whole;
                for (int key = 1; key < TOKENS; key++) {
                    map[key] += weight * attention[channel * TOKENS + key];
                }
            }
            float[] expected = new float[TOKENS - 1];
            for (int place = 0; place < expected.length; place++) {
                expected[place] = (float) map[place + 1];
            }
            Explanation found = explain(explainer, scope, Layout.AUTO, new AblationCam());
            assertClose(found.raw().get(0).toArray(), expected, 1e-3, "Ablation-CAM");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiny-vit|blocks.1.norm1|gives (2, 37, 32)|type 'softmax', such as"
                        + " 'blocks.2.attn.softmax'",
                "tiny-vit|blocks.1.attn|gives (2, 37, 32)|such as 'blocks.1.attn.softmax'",
                "tiny-vit|patch|gives (2, 32, 6, 6)|such as 'blocks.2.attn.softmax'",
                "tiny-resnet|layer3|gives (2, |the network has no layer of the type 'softmax'"
            })
    void aLayerThatGivesNoAttentionIsRefused(
            String name, String layer, String gives, String choose) {
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(
                                Reference.of(name).path("traced.pt"), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            ExplainRequest request = ExplainRequest.of(layer, ClassTarget.logit(2), new LeGrad());
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> explainer.explain(inputs(scope), request))
                    .withMessageStartingWith(
                            "the method 'le-grad' needs attention (rows, heads, queries, keys),"
                                    + " and the layer '"
                                    + layer
                                    + "' ")
                    .withMessageContaining(gives)
                    .withMessageEndingWith(choose);
        }
    }

    @Test
    void aGridThatDoesNotFitIsRefusedWithTheLayer() {
        try (TorchScriptNetwork network = vit("traced.pt");
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(
                            () -> explain(explainer, scope, Layout.tokens(1, 5, 5), new LeGrad()))
                    .withMessage(
                            "the layer 'blocks.1.attn.softmax' gives attention (2, 4, 37, 37): the"
                                    + " layout 'tokens' with 1 to skip and a grid of 5x5 needs"
                                    + " (rows, 26, D), found (2, 37, 148)");
        }
    }

    @Test
    void whatIsNoAttentionAtAllIsRefused() {
        try (TorchScriptNetwork network = vit("traced.pt");
                NDManager scope = network.newScope()) {
            LayerMaps maps = new LayerMaps(network, Layout.AUTO, List.of());
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> maps.of(LayerRun.parse(LAYER), scope.ones(new Shape(2, 10))))
                    .withMessage(
                            "the layer 'blocks.1.attn.softmax' gives (2, 10), no attention (rows,"
                                    + " heads, queries, keys); choose one of the type 'softmax',"
                                    + " such as 'blocks.2.attn.softmax'");
        }
    }

    @Test
    void allAttentionAmongTokensIsFoundByItself() {
        try (TorchScriptNetwork network = vit("traced.pt");
                NDManager scope = network.newScope()) {
            Network any = network;
            assertThat(LayerMaps.attention(any, any.shapes(scope, inputs(scope))))
                    .hasToString(
                            "[blocks.0.attn.softmax, blocks.1.attn.softmax,"
                                    + " blocks.2.attn.softmax]");
        }
    }

    private static TorchScriptNetwork vit(String file) {
        return TorchScriptNetwork.load(Reference.file("tiny-vit/" + file), Device.cpu());
    }

    private static Inputs inputs(NDManager scope) {
        return Inputs.of(Reference.of("tiny-vit").input(scope));
    }

    private static List<LayerRun> places(List<String> layers) {
        return layers.stream().map(LayerRun::parse).toList();
    }

    private static ExplainRequest request(
            List<String> layers, Layout layout, List<Target> targets, Method method) {
        return new ExplainRequest(
                places(layers), layout, targets, List.of(method), Fusion.MEAN, false);
    }

    /** The first picture's map of class 2 at the second block. */
    private static Explanation explain(
            Explainer explainer, NDManager scope, Layout layout, Method method) {
        ExplainRequest request =
                request(List.of(LAYER), layout, List.of(ClassTarget.logit(2)), method);
        return explainer.explain(inputs(scope), request).pictures().get(0).get(0);
    }

    private static List<NDArray> gradients(NDManager scope, Pass pass, int index) {
        try (Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            NDArray score = pass.outputs().main().get(":, {}", index);
            List<NDArray> probes = pass.taps().stream().map(tap -> tap.probe()).toList();
            return autograd
                    .gradients(scope, List.of(score), probes, List.of(score.onesLike()), Graph.FREE)
                    .stream()
                    .map(found -> found.orElseThrow())
                    .toList();
        }
    }
}
