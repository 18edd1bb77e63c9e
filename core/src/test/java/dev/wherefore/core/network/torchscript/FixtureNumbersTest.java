package dev.wherefore.core.network.torchscript;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every small archive against the numbers that PyTorch's autograd and hooks give for it. */
class FixtureNumbersTest {

    /** Tracing leaves nothing of an Identity. */
    private static final Set<String> GONE_IN_TRACES = Set.of("containers.tracedhead.1/activation");

    static List<Fixture> fixtures() {
        return Fixture.all().toList();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void outputsHaveTheirNamesAndNumbers(Fixture fixture) {
        try (TorchScriptNetwork network = fixture.load();
                NDManager scope = network.newScope()) {
            Pass pass = network.run(scope, fixture.inputs(scope), PassRequest.PLAIN);
            Map<String, NpyArray> expected = fixture.under("output/");
            assertThat(pass.outputs().arrays()).containsOnlyKeys(expected.keySet());
            expected.forEach(
                    (name, array) -> assertAgrees(fixture, pass.outputs().get(name), array, name));
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyLayerThatGivesATensorCanBeTappedAndNoOther(Fixture fixture) {
        Set<String> expected = new TreeSet<>();
        fixture.under("at/").keySet().forEach(k -> expected.add(k.split("[#/]")[0]));
        try (TorchScriptNetwork network = fixture.load();
                NDManager scope = network.newScope()) {
            Inputs inputs = fixture.inputs(scope);
            Set<String> found = new TreeSet<>();
            network.shapes(scope, inputs).forEach(s -> found.add(s.layer()));
            if (fixture.name().endsWith(".traced")) {
                // of a tuple, tracing leaves what is used: a tensor, perhaps
                expected.removeIf(n -> GONE_IN_TRACES.contains(fixture + n + "/activation"));
                found.removeAll(Set.of("lstm"));
            }
            assertThat(found).isEqualTo(expected);
            assertThat(network.layers().stream().filter(Layer::isTappable).map(Layer::name))
                    .containsAll(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void activationsAndGradientsAreThoseOfHooks(Fixture fixture) {
        try (TorchScriptNetwork network = fixture.load();
                NDManager scope = network.newScope();
                Autograd autograd = new Autograd(scope)) {
            Map<String, NpyArray> expected = fixture.under("at/");
            for (String key : expected.keySet()) {
                if (key.endsWith("/activation") && !GONE_IN_TRACES.contains(fixture + key)) {
                    String place = key.substring(0, key.indexOf('/'));
                    Inputs inputs = fixture.inputs(scope);
                    PassRequest request = PassRequest.tap(List.of(LayerRun.parse(place)), 1);
                    Pass pass = network.run(scope, inputs, request);
                    assertAgrees(
                            fixture,
                            pass.taps().get(0).activation(),
                            fixture.array("at/" + key),
                            key);
                    Optional<NDArray> gradient =
                            gradient(scope, autograd, fixture, pass, pass.taps().get(0).probe());
                    String name = place + "/gradient";
                    assertThat(gradient.isPresent()).as(name).isEqualTo(expected.containsKey(name));
                    gradient.ifPresent(
                            g -> assertAgrees(fixture, g, fixture.array("at/" + name), name));
                }
            }
        }
    }

    static List<Fixture> fixturesWithoutInterfaces() {
        return Fixture.all().filter(f -> !f.numbers().equals("interface")).toList();
    }

    @ParameterizedTest
    @MethodSource("fixturesWithoutInterfaces")
    void everyReluIsCutAndTheWaysBackThroughThemAreThoseOfTheirRules(Fixture fixture) {
        Map<String, NpyArray> expected = fixture.under("input/");
        Map<String, ReluRule> rules =
                Map.of(
                        "gradient", ReluRule.GRADIENT,
                        "guided", ReluRule.GUIDED,
                        "deconvnet", ReluRule.DECONVNET);
        assertThat(expected.keySet()).isSubsetOf(rules.keySet()).hasSizeGreaterThanOrEqualTo(2);
        try (TorchScriptNetwork network = fixture.load();
                NDManager scope = network.newScope();
                Autograd autograd = new Autograd(scope)) {
            Inputs inputs = fixture.inputs(scope);
            Pass plain = network.run(scope, inputs, PassRequest.toInput(false));
            NDArray g = gradient(scope, autograd, fixture, plain, plain.input()).orElseThrow();
            assertAgrees(fixture, g, fixture.array("input/gradient"), "gradient");
            Pass cut = network.run(scope, inputs, PassRequest.toInput(true));
            long cuts = fixture.array("cuts").toLongs()[0];
            assertThat(cut.cuts()).hasSize((int) cuts);
            for (Map.Entry<String, NpyArray> e : expected.entrySet()) {
                if (cuts > 0) {
                    NDArray found =
                            autograd.throughCuts(
                                            scope,
                                            List.of(explained(fixture, cut)),
                                            List.of(vector(scope, fixture)),
                                            List.of(cut.input()),
                                            cut.cuts(),
                                            rules.getOrDefault(e.getKey(), ReluRule.GRADIENT))
                                    .get(0)
                                    .orElseThrow();
                    assertAgrees(fixture, found, e.getValue(), e.getKey());
                }
            }
        }
    }

    private static Optional<NDArray> gradient(
            NDManager scope, Autograd autograd, Fixture fixture, Pass pass, NDArray leaf) {
        try (GradientMode on = GradientMode.on()) {
            NDArray vector = vector(scope, fixture);
            return autograd.gradients(
                            scope,
                            List.of(explained(fixture, pass)),
                            List.of(leaf),
                            List.of(vector),
                            Graph.FREE)
                    .get(0);
        }
    }

    private static NDArray explained(Fixture fixture, Pass pass) {
        return pass.outputs().get(fixture.under("vector/").keySet().iterator().next());
    }

    private static NDArray vector(NDManager scope, Fixture fixture) {
        return Fixture.toNdArray(scope, fixture.under("vector/").values().iterator().next());
    }

    private static void assertAgrees(
            Fixture fixture, NDArray found, NpyArray expected, String what) {
        double tolerance = fixture.numbers().endsWith("float16") ? 2e-2 : 1e-5;
        float[] values = found.toType(DataType.FLOAT32, false).toFloatArray();
        assertThat(found.getShape().getShape())
                .as(what)
                .containsExactly(expected.shape().stream().mapToLong(i -> i).toArray());
        assertClose(values, expected.toFloats(), tolerance, fixture + " " + what);
    }
}
