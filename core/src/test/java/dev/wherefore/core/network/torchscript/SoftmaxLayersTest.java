package dev.wherefore.core.network.torchscript;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
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
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a softmax in a layer gives is a layer: attention can be tapped. */
class SoftmaxLayersTest {

    private static final String SOFTMAX_LINE = "\n    a = torch.softmax\\(.*, -1\\)";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"traced.pt", "scripted.pt"})
    void attentionStandsAfterItsLayersChildrenWithItsShape(String file) {
        try (TorchScriptNetwork network = load(vit(file));
                NDManager scope = network.newScope()) {
            List<String> names = network.layers().stream().map(Layer::name).toList();
            int attn = names.indexOf("blocks.1.attn");
            assertThat(names.subList(attn, attn + 5))
                    .containsExactly(
                            "blocks.1.attn",
                            "blocks.1.attn.qkv",
                            "blocks.1.attn.proj",
                            "blocks.1.attn.softmax",
                            "blocks.1.norm2");
            assertThat(network.layers().stream().filter(Layer::isSoftmax))
                    .extracting(Layer::name)
                    .containsExactly(
                            "blocks.0.attn.softmax",
                            "blocks.1.attn.softmax",
                            "blocks.2.attn.softmax");
            assertThat(network.shapes(scope, inputs(scope)))
                    .contains(
                            new LayerShape("blocks.1.attn.softmax", 1, new Shape(2, 4, 37, 37)),
                            new LayerShape("blocks.1.attn", 1, new Shape(2, 37, 32)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traced.pt", "scripted.pt"})
    void tappedAttentionIsThatOfQueriesAndKeysAndChangesNothing(String file) {
        try (TorchScriptNetwork network = load(vit(file));
                NDManager scope = network.newScope()) {
            float[] plain = logits(network.run(scope, inputs(scope), PassRequest.PLAIN));
            Pass pass = tap(network, scope, "blocks.1.attn.softmax", "blocks.1.attn.qkv");
            assertThat(logits(pass)).containsExactly(plain);
            NDArray attention = pass.taps().get(0).activation();
            NDArray qkv = pass.taps().get(1).activation();
            assertClose(attention.toFloatArray(), attention(qkv).toFloatArray(), 1e-6, "attention");
            float[] sums = attention.sum(new int[] {3}).toFloatArray();
            assertThat(sums).hasSize(2 * 4 * 37);
            for (float sum : sums) {
                assertThat(sum).isBetween(0.99999f, 1.00001f);
            }
        }
    }

    /** softmax(q kᵀ / sqrt(8)) of {@code (B, 37, 3 · 4 · 8)}. */
    private static NDArray attention(NDArray qkv) {
        NDArray parts = qkv.reshape(2, 37, 3, 4, 8).transpose(2, 0, 3, 1, 4);
        NDArray scores = parts.get(0).matMul(parts.get(1).transpose(0, 1, 3, 2));
        return scores.div(Math.sqrt(8)).softmax(-1);
    }

    @ParameterizedTest
    @CsvSource({"traced.pt, false", "scripted.pt, false", "traced.pt, true", "scripted.pt, true"})
    void itsGradientIsTheLogitsRateOfChange(String file, boolean fused) throws IOException {
        Path path = fused ? fused(file, "q, k, v") : vit(file);
        try (TorchScriptNetwork network = load(path);
                NDManager scope = network.newScope()) {
            String layer = "blocks.1.attn.softmax";
            float[] gradient = gradient(scope, tap(network, scope, layer)).toFloatArray();
            int each = 4 * 37 * 37;
            float largest = 0;
            for (float g : gradient) {
                largest = Math.max(largest, Math.abs(g));
            }
            // a query that is the class token, one that is a place, and keys of both kinds
            for (int at : new int[] {0, 20, 5 * 37, 5 * 37 + 11, 37 * 37 + 3, each - 1}) {
                double rate = score(network, scope, at, 0.02f) - score(network, scope, at, -0.02f);
                assertThat(gradient[at])
                        .as("gradient at " + at)
                        .isCloseTo(
                                (float) (rate / 0.04),
                                org.assertj.core.data.Offset.offset(2e-3f * largest));
            }
        }
    }

    /** The first picture's logit with one number of its attention changed. */
    private static double score(TorchScriptNetwork network, NDManager scope, int at, float by) {
        float[] change = new float[2 * 4 * 37 * 37];
        change[at] = by;
        LayerRun layer = LayerRun.parse("blocks.1.attn.softmax");
        NDArray added = scope.create(change, new Shape(2, 4, 37, 37));
        Pass pass = network.run(scope, inputs(scope), PassRequest.change(layer, added, 1));
        return pass.outputs().main().getFloat(0, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q, k, v|1|",
                "q, k, v, None, 0., False, scale=0.25|0.70710678|",
                "q, k, v, None, 0., True|1|causal",
                "q, k, v, torch.tril(torch.ones([37, 37])), 0., False|1|added",
                "q, k, v, torch.tril(torch.ones([37, 37], dtype=11)), 0., False|1|causal"
            })
    void fusedAttentionIsTakenApartWhereItIsTappedAlone(
            String arguments, double factor, String mask) throws IOException {
        try (TorchScriptNetwork network = load(fused("traced.pt", arguments));
                NDManager scope = network.newScope()) {
            float[] plain = logits(network.run(scope, inputs(scope), PassRequest.PLAIN));
            Pass elsewhere = tap(network, scope, "blocks.1.attn.qkv", "blocks.0.attn");
            assertThat(logits(elsewhere)).containsExactly(plain);
            Pass pass = tap(network, scope, "blocks.1.attn.softmax", "blocks.1.attn.qkv");
            assertClose(logits(pass), plain, 1e-5, "logits");
            NDArray attention = pass.taps().get(0).activation();
            NDArray qkv = pass.taps().get(1).activation();
            assertClose(
                    attention.toFloatArray(),
                    expected(qkv, factor, Optional.ofNullable(mask)),
                    1e-5,
                    "attention");
            assertThat(network.shapes(scope, inputs(scope)))
                    .contains(new LayerShape("blocks.2.attn.softmax", 1, attention.getShape()));
        }
    }

    private static float[] expected(NDArray qkv, double factor, Optional<String> mask) {
        NDArray parts = qkv.reshape(2, 37, 3, 4, 8).transpose(2, 0, 3, 1, 4);
        NDArray scores = parts.get(0).matMul(parts.get(1).transpose(0, 1, 3, 2));
        NDArray below = qkv.getManager().ones(new Shape(37, 37)).add(0);
        float[] lower = below.toFloatArray();
        for (int i = 0; i < lower.length; i++) {
            boolean seen = i % 37 <= i / 37;
            lower[i] = seen ? 1 : 0;
            if (mask.filter("causal"::equals).isPresent()) {
                lower[i] = seen ? 0 : Float.NEGATIVE_INFINITY;
            }
        }
        NDArray scaled = scores.mul(factor / Math.sqrt(8));
        NDArray added = qkv.getManager().create(lower, new Shape(37, 37));
        return (mask.isPresent() ? scaled.add(added) : scaled).softmax(-1).toFloatArray();
    }

    @Test
    void groupsOfQueriesShareKeys() throws IOException {
        String shared = "q, torch.slice(k, 1, 0, 2), torch.slice(v, 1, 0, 2), None, 0., False";
        Path path = fused("traced.pt", shared + ", scale=None, enable_gqa=True");
        try (TorchScriptNetwork network = load(path);
                NDManager scope = network.newScope()) {
            float[] plain = logits(network.run(scope, inputs(scope), PassRequest.PLAIN));
            Pass pass = tap(network, scope, "blocks.1.attn.softmax");
            assertClose(logits(pass), plain, 1e-5, "logits");
            assertThat(pass.taps().get(0).activation().getShape())
                    .isEqualTo(new Shape(2, 4, 37, 37));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsForSeveralTargetsFollowWhereTheProgramTakesThem(boolean fused) throws IOException {
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put("torch\\.reshape\\(_5, \\[b, n, d\\]\\)", "torch.flatten(_5, 2)");
        if (fused) {
            edits.putAll(fusing("q, k, v"));
        }
        try (TorchScriptNetwork network = load(edited("scripted.pt", edits));
                NDManager scope = network.newScope()) {
            Inputs one = Inputs.of(inputs(scope).imageArray().get("0:1"));
            LayerRun layer = LayerRun.parse("blocks.1.attn.softmax");
            Pass alone = network.run(scope, one, PassRequest.tap(List.of(layer), 1));
            Pass three = network.run(scope, one, PassRequest.tap(List.of(layer), 3));
            assertThat(three.taps().get(0).activation().getShape())
                    .isEqualTo(new Shape(1, 4, 37, 37));
            assertThat(three.taps().get(0).probe().getShape()).isEqualTo(new Shape(3, 4, 37, 37));
            NDArray logits = alone.outputs().main();
            assertClose(
                    logits(three),
                    NDArrays.concat(new NDList(logits, logits, logits)).toFloatArray(),
                    1e-6,
                    "logits");
        }
    }

    @Test
    void aSoftmaxWithATypeIsCalledWithIt() throws IOException {
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put("_3, _4\\), -1\\)", "_3, _4), -1, 7)");
        edits.put("torch\\.matmul\\(a, v\\)", "torch.matmul(torch.to(a, 6), v)");
        try (TorchScriptNetwork network = load(edited("scripted.pt", edits));
                NDManager scope = network.newScope()) {
            float[] plain = logits(network.run(scope, inputs(scope), PassRequest.PLAIN));
            Pass pass = tap(network, scope, "blocks.1.attn.softmax");
            assertThat(logits(pass)).containsExactly(plain);
            assertThat(gradient(scope, pass).getShape()).isEqualTo(new Shape(2, 4, 37, 37));
        }
    }

    @Test
    void aSoftmaxInAFunctionBelongsToTheLayerThatCallsIt() throws IOException {
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put(
                "(?s)(def layer_norm.*)",
                """
                $1
                def softmax(input: Tensor,
                    dim: Optional[int]=None,
                    _stacklevel: int=3,
                    dtype: Optional[int]=None) -> Tensor:
                  dim0 = unchecked_cast(int, dim)
                  if torch.__is__(dtype, None):
                    ret = torch.softmax(input, dim0)
                  else:
                    dtype0 = unchecked_cast(int, dtype)
                    ret = torch.softmax(input, dim0, dtype0)
                  return ret
                """);
        edits.put(
                "a = torch.softmax\\((.*), -1\\)",
                "a = __torch__.torch.nn.functional.softmax($1, -1, 3, None, )");
        try (TorchScriptNetwork network = load(edited("scripted.pt", edits));
                TorchScriptNetwork before = load(vit("scripted.pt"));
                NDManager scope = network.newScope()) {
            assertThat(network.layers()).isEqualTo(before.layers());
            Pass pass = tap(network, scope, "blocks.2.attn.softmax");
            Pass expected = tap(before, scope, "blocks.2.attn.softmax");
            assertThat(logits(pass)).containsExactly(logits(expected));
            assertThat(pass.taps().get(0).activation().toFloatArray())
                    .containsExactly(expected.taps().get(0).activation().toFloatArray());
        }
    }

    @Test
    void ofTwoCallsInALayerEachIsARun() throws IOException {
        Map<String, String> edits =
                Map.of("torch\\.matmul\\(a, v\\)", "torch.matmul(torch.softmax(a, -1), v)");
        try (TorchScriptNetwork network = load(edited("scripted.pt", edits));
                NDManager scope = network.newScope()) {
            Pass pass = tap(network, scope, "blocks.1.attn.softmax#1", "blocks.1.attn.softmax");
            assertThat(pass.taps().get(1).place()).hasToString("blocks.1.attn.softmax#2");
            assertThat(pass.taps().get(1).activation().toFloatArray())
                    .containsExactly(pass.taps().get(0).activation().softmax(-1).toFloatArray());
        }
    }

    @Test
    void aSoftmaxThatEndsAClassifierIsNoLayerAndChangesNothing() throws IOException {
        Map<String, String> edits =
                Map.of("_4 = \\(head\\)(.*)\n", "_4 = torch.softmax((head)$1, -1)\n");
        try (TorchScriptNetwork network = load(edited("scripted.pt", edits));
                NDManager scope = network.newScope()) {
            float[] plain = logits(network.run(scope, inputs(scope), PassRequest.PLAIN));
            assertThat(plain[0] + plain[1]).isLessThan(1);
            assertThat(logits(tap(network, scope, "blocks.1.attn"))).containsExactly(plain);
            assertThat(network.shapes(scope, inputs(scope)))
                    .extracting(LayerShape::layer)
                    .contains("blocks.1.attn.softmax")
                    .doesNotContain("", "softmax", ".softmax");
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> tap(network, scope, "softmax"))
                    .withMessageContaining("has no layer 'softmax'");
        }
    }

    @Test
    void aLayerOfThisNameKeepsIt() {
        String source =
                """
                class Leaf(Module):
                  training : bool
                  def forward(self: __torch__.Leaf, x: Tensor) -> Tensor:
                    return torch.softmax(x, 1)
                class Attn(Module):
                  softmax : __torch__.Leaf
                  def forward(self: __torch__.Attn, x: Tensor) -> Tensor:
                    return torch.softmax((self.softmax).forward(x, ), -1)
                class Root(Module):
                  attn : __torch__.Attn
                  last : __torch__.Leaf
                  def forward(self: __torch__.Root, x: Tensor) -> Tensor:
                    return (self.last).forward((self.attn).forward(x, ), )
                """;
        Program program = new Program(Map.of("__torch__", source));
        ClassDefinition root = program.findModule("__torch__.Root").orElseThrow();
        Definition entry = root.method("forward").orElseThrow();
        LayerTable table =
                LayerTable.of(
                        Path.of("x.pt"), new ProgramRewriter(program, root, entry, 0).rewrite(""));
        assertThat(table.layers())
                .extracting(Layer::name)
                .containsExactly(
                        "attn",
                        "attn.softmax",
                        "attn.softmax.softmax",
                        "attn.softmax_",
                        "last",
                        "last.softmax");
        assertThat(table.number(LayerRun.parse("attn.softmax"))).isEqualTo(2);
        assertThat(table.number(LayerRun.parse("attn.softmax_"))).isEqualTo(-1);
        assertThat(table.range("last.softmax")).containsExactly(0, 0);
    }

    /** What makes one call of an archive's attention, which is written out. */
    private static Map<String, String> fusing(String arguments) {
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put(SOFTMAX_LINE, "");
        edits.put(
                "torch\\.matmul\\(a, v\\)",
                "torch.scaled_dot_product_attention(" + arguments + ")");
        return edits;
    }

    private Path fused(String file, String arguments) throws IOException {
        return edited(file, fusing(arguments));
    }

    private Path edited(String file, Map<String, String> edits) throws IOException {
        return EditedArchive.write(vit(file), folder.resolve(file), edits);
    }

    private static Path vit(String file) {
        return Reference.file("tiny-vit/" + file);
    }

    private static TorchScriptNetwork load(Path path) {
        return TorchScriptNetwork.load(path, Device.cpu());
    }

    private static Inputs inputs(NDManager scope) {
        return Inputs.of(Reference.of("tiny-vit").input(scope));
    }

    private static float[] logits(Pass pass) {
        return pass.outputs().main().toFloatArray();
    }

    private static Pass tap(TorchScriptNetwork network, NDManager scope, String... layers) {
        List<LayerRun> places = List.of(layers).stream().map(LayerRun::parse).toList();
        return network.run(scope, inputs(scope), PassRequest.tap(places, 1));
    }

    private static NDArray gradient(NDManager scope, Pass pass) {
        try (Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            NDArray score = pass.outputs().main().get(":, 2");
            List<NDArray> probes = List.of(pass.taps().get(0).probe());
            List<NDArray> ones = List.of(score.onesLike());
            return autograd.gradients(scope, List.of(score), probes, ones, Graph.FREE)
                    .get(0)
                    .orElseThrow();
        }
    }
}
