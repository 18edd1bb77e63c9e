package dev.wherefore.vqa;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.explain.Convention;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.explain.MapSign;
import dev.wherefore.core.explain.MapStyle;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.method.AblationCam;
import dev.wherefore.core.method.Counterfactual;
import dev.wherefore.core.method.FinerCam;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodSettings;
import dev.wherefore.core.method.MethodSettings.Integral;
import dev.wherefore.core.method.MethodSettings.MaskOrder;
import dev.wherefore.core.method.MethodSettings.Masking;
import dev.wherefore.core.method.MethodSettings.Noise;
import dev.wherefore.core.method.MethodSettings.Occluding;
import dev.wherefore.core.method.Occlusion;
import dev.wherefore.core.method.Rise;
import dev.wherefore.core.method.ScoreCam;
import dev.wherefore.core.method.ShapleyCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import dev.wherefore.vqa.network.GivenInputs;
import dev.wherefore.vqa.network.JoinedVqa;
import dev.wherefore.vqa.network.LogitForm;
import dev.wherefore.vqa.network.VqaNetwork;
import dev.wherefore.vqa.support.Probing;
import dev.wherefore.vqa.support.Probing.Probed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number that autograd gives for two answers of a small network. */
class TinyVqaTest {

    private static final List<String> LAYERS = List.of("cnn.layer3", "cnn.layer2");
    private static final List<Integer> ANSWERS = List.of(1, 4);
    private static final Optional<LayerRun> WORDS = Optional.of(LayerRun.parse("embed"));
    private static final double TOLERANCE = 1e-4;

    /** Questions of one length, the reference's own first. */
    private final long[][] questions = {
        {}, {3, 1, 4, 1, 5}, {2, 7, 1, 8, 2}, {6, 6, 2, 6, 0},
    };

    private final Reference reference = Reference.of("tiny-vqa");

    TinyVqaTest() {
        questions[0] = reference.array("question_ids").toLongs();
    }

    private VqaNetwork open(String form) {
        TorchScriptNetwork network =
                TorchScriptNetwork.load(reference.path(form + ".pt"), Device.cpu());
        return new JoinedVqa(
                network,
                GivenInputs.of(network.inputs(), List.of(), false, 0),
                "",
                "",
                WORDS,
                new LogitForm());
    }

    /** The reference's picture with some questions. */
    private Inputs inputs(NDManager scope, long[]... asked) {
        long[] ids = Arrays.stream(asked).flatMapToLong(Arrays::stream).toArray();
        Shape shape = new Shape(1, asked.length, asked[0].length);
        return VqaNetwork.inputs(reference.input(scope), scope.create(ids, shape));
    }

    private static NDArray logit(NDArray logits, int answer) {
        return logits.get(":, {}", answer);
    }

    private static float[] raw(Explanation explanation) {
        return explanation.raw().get(0).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"traced", "scripted"})
    void logitsActivationsAndGradientsAreAutograds(String form) {
        try (VqaNetwork network = open(form);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope, questions[0]);
            for (String layer : LAYERS) {
                for (int answer : ANSWERS) {
                    Probed found = Probing.at(network, inputs, layer, l -> logit(l, answer));
                    String of = layer + "/answer" + answer;
                    assertClose(found.logits(), reference.floats("logits"), TOLERANCE, of);
                    assertClose(
                            found.activation(),
                            reference.floats(layer + "/activation"),
                            TOLERANCE,
                            of);
                    assertClose(
                            found.gradient(), reference.floats(of + "/gradient"), TOLERANCE, of);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traced", "scripted"})
    void mapsOfBothAnswersInOnePassAreAutograds(String form) {
        try (VqaNetwork network = open(form);
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            Inputs inputs = inputs(scope, questions[0], questions[0]);
            List<Target> targets = ANSWERS.stream().<Target>map(ClassTarget::logit).toList();
            for (String layer : LAYERS) {
                List<Explanation> found =
                        explainer
                                .explain(
                                        inputs,
                                        Probing.request(
                                                layer,
                                                Layout.AUTO,
                                                targets,
                                                new GradCam(),
                                                new Counterfactual()))
                                .pictures()
                                .get(0);
                for (int t = 0; t < 2; t++) {
                    String of = layer + "/answer" + ANSWERS.get(t) + "/raw/";
                    assertClose(
                            raw(found.get(2 * t)),
                            reference.floats(of + "grad-cam"),
                            TOLERANCE,
                            of + "grad-cam");
                    assertClose(
                            raw(found.get(2 * t + 1)),
                            reference.floats(of + "counterfactual"),
                            TOLERANCE,
                            of + "counterfactual");
                    assertThat((double) found.get(2 * t).score())
                            .isCloseTo(reference.floats("logits")[ANSWERS.get(t)], within(1e-4));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traced", "scripted"})
    void severalQuestionsOnOnePictureAreEachAsIfAlone(String form) {
        List<Target> all =
                List.of(
                        ClassTarget.logit(1),
                        ClassTarget.logit(4),
                        ClassTarget.logit(4).minus(ClassTarget.logit(0)),
                        ClassTarget.logit(7).negative());
        try (VqaNetwork network = open(form);
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            for (String layer : LAYERS) {
                List<Explanations> alone = new ArrayList<>();
                for (int t = 0; t < 4; t++) {
                    Inputs own = inputs(scope, questions[t]);
                    alone.add(explain(explainer, own, layer, List.of(all.get(t))));
                }
                for (int count = 2; count <= 4; count++) {
                    Inputs some = inputs(scope, Arrays.copyOf(questions, count));
                    Explanations together = explain(explainer, some, layer, all.subList(0, count));
                    for (int t = 0; t < count; t++) {
                        assertSame(together, t, alone.get(t));
                    }
                }
            }
        }
    }

    private static Explanations explain(
            Explainer explainer, Inputs inputs, String layer, List<Target> targets) {
        return explainer.explain(
                inputs,
                Probing.request(layer, Layout.AUTO, targets, new GradCam()).withWords(WORDS));
    }

    private static void assertSame(Explanations together, int target, Explanations alone) {
        Explanation one = together.pictures().get(0).get(target);
        Explanation other = alone.pictures().get(0).get(0);
        String what = "target " + target;
        assertClose(raw(one), raw(other), TOLERANCE, what);
        assertClose(new float[] {one.score()}, new float[] {other.score()}, TOLERANCE, what);
        assertClose(
                together.words().get(0).get(target),
                alone.words().get(0).get(0),
                TOLERANCE,
                "words of " + what);
    }

    /** Behind each layer the head is curved: tanh and a product of picture and question. */
    @ParameterizedTest
    @ValueSource(strings = {"traced", "scripted"})
    void answersAreToldFromSimilarOnesAndToTheSecondOrder(String form) {
        try (VqaNetwork network = open(form);
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            for (String layer : LAYERS) {
                Inputs one = inputs(scope, questions[1]);
                List<float[]> each = new ArrayList<>();
                for (int answer = 0; answer < 8; answer++) {
                    each.add(raw(first(explainer, one, layer, answer, new GradCam())));
                }
                float[] logits = Probing.plain(network, one);
                Explanation finer = first(explainer, one, layer, 4, new FinerCam());
                assertClose(raw(finer), finer(each, logits, 4), TOLERANCE, layer);
                Explanation curved = first(explainer, one, layer, 4, new ShapleyCam());
                assertThat(distance(raw(curved), each.get(4))).isGreaterThan(10 * TOLERANCE);

                Inputs two = inputs(scope, questions[2], questions[1]);
                List<Explanation> together =
                        explainer
                                .explain(
                                        two,
                                        Probing.request(
                                                layer,
                                                Layout.AUTO,
                                                List.of(ClassTarget.logit(1), ClassTarget.logit(4)),
                                                new FinerCam(),
                                                new ShapleyCam()))
                                .pictures()
                                .get(0);
                assertClose(raw(together.get(2)), raw(finer), TOLERANCE, "finer, together");
                assertClose(raw(together.get(3)), raw(curved), TOLERANCE, "curved, together");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traced", "scripted"})
    void trialsAboutSeveralQuestionsAreThoseAboutEach(String form) {
        MethodSettings few =
                new MethodSettings(
                        7,
                        new Occluding(List.of(24), List.of(24), Fill.MEAN),
                        new Masking(20, 4, 0.5),
                        Noise.USUAL,
                        Integral.USUAL,
                        MaskOrder.ENLARGE_FIRST);
        try (VqaNetwork network = open(form);
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            for (Method method :
                    List.of(new AblationCam(), new ScoreCam(), new Occlusion(), new Rise())) {
                ExplainRequest one =
                        Probing.request(
                                LAYERS.get(0), Layout.AUTO, List.of(ClassTarget.logit(4)), method);
                Inputs alone = inputs(scope, questions[1]);
                float[] expected =
                        raw(
                                explainer
                                        .explain(alone, one.withSettings(few))
                                        .pictures()
                                        .get(0)
                                        .get(0));
                ExplainRequest both =
                        Probing.request(
                                LAYERS.get(0),
                                Layout.AUTO,
                                List.of(ClassTarget.logit(1), ClassTarget.logit(4)),
                                method);
                Inputs two = inputs(scope, questions[2], questions[1]);
                List<Explanation> found =
                        explainer.explain(two, both.withSettings(few)).pictures().get(0);
                String name = method.card().name();
                assertClose(raw(found.get(1)), expected, TOLERANCE, name);
                assertThat(distance(raw(found.get(0)), expected)).isGreaterThan(10 * TOLERANCE);
            }
        }
    }

    /** The largest difference, relative to the largest magnitude of the second. */
    private static double distance(float[] a, float[] b) {
        double largest = 0;
        double off = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(b[i]));
            off = Math.max(off, Math.abs(a[i] - b[i]));
        }
        return off / largest;
    }

    private static Explanation first(
            Explainer explainer, Inputs inputs, String layer, int answer, Method method) {
        return explainer
                .explain(
                        inputs,
                        Probing.request(
                                layer, Layout.AUTO, List.of(ClassTarget.logit(answer)), method))
                .pictures()
                .get(0)
                .get(0);
    }

    /** The sum of the answers' maps that differentiating the formula of Finer-CAM gives. */
    private static float[] finer(List<float[]> each, float[] logits, int own) {
        List<Integer> near =
                IntStream.range(0, logits.length)
                        .filter(j -> j != own)
                        .boxed()
                        .sorted(Comparator.comparingDouble(j -> Math.abs(logits[j] - logits[own])))
                        .limit(3)
                        .toList();
        double total = near.stream().mapToDouble(j -> Math.exp(logits[j])).sum();
        double mean = near.stream().mapToDouble(j -> Math.exp(logits[j]) / total * logits[j]).sum();
        float[] map = each.get(own).clone();
        for (int j : near) {
            double share = Math.exp(logits[j]) / total * (1 + logits[j] - mean);
            for (int i = 0; i < map.length; i++) {
                map[i] -= (float) (share * each.get(j)[i]);
            }
        }
        return map;
    }

    @ParameterizedTest
    @ValueSource(strings = {"traced", "scripted"})
    void aTapLeavesTheLogitsAsTheyAre(String form) {
        try (VqaNetwork network = open(form);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope, questions[0]);
            float[] plain = Probing.plain(network, inputs);
            // PyTorch's own LSTM has other last bits where gradients are recorded
            float[] recorded =
                    network.run(scope, inputs, PassRequest.toInput(false))
                            .outputs()
                            .get(VqaNetwork.LOGITS)
                            .toFloatArray();
            assertClose(recorded, plain, 1e-6, "gradients recorded, nothing tapped");
            for (String layer : List.of("cnn.layer3", "cnn.layer2", "embed")) {
                float[] tapped = Probing.at(network, inputs, layer, l -> logit(l, 1)).logits();
                assertThat(Arrays.equals(tapped, recorded)).as(layer).isTrue();
            }
            List<LayerRun> both = List.of(LayerRun.parse("cnn.layer3"), WORDS.orElseThrow());
            float[] rows =
                    network.run(
                                    scope,
                                    inputs(scope, questions[0], questions[0]),
                                    PassRequest.tap(both, 2))
                            .outputs()
                            .get(VqaNetwork.LOGITS)
                            .toFloatArray();
            assertClose(Arrays.copyOf(rows, 8), plain, 1e-6, "first of two rows");
            assertClose(Arrays.copyOfRange(rows, 8, 16), plain, 1e-6, "second of two rows");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traced", "scripted"})
    void wordsAddWhatTheGradientTimesTheirEmbeddingSays(String form) {
        try (VqaNetwork network = open(form);
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            Explanations found =
                    explain(
                            explainer,
                            inputs(scope, questions),
                            "cnn.layer3",
                            ANSWERS.stream()
                                    .flatMap(a -> List.of(a, a).stream())
                                    .<Target>map(ClassTarget::logit)
                                    .toList());
            for (int q = 0; q < 4; q++) {
                int answer = ANSWERS.get(q / 2);
                Probed probed =
                        Probing.at(
                                network,
                                inputs(scope, questions[q]),
                                "embed",
                                l -> logit(l, answer));
                int length = questions[q].length;
                int width = probed.activation().length / length;
                assertClose(
                        found.words().get(0).get(q),
                        Probing.products(probed, width),
                        TOLERANCE,
                        "question " + q);
            }
        }
    }

    @Test
    void answersToSeveralQuestionsAreSmoothedAndTriedAsEachAlone() {
        try (VqaNetwork network = open("scripted");
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            MapStyle smooth = new MapStyle(Convention.CAPTUM, MapSign.SIGNED, true, true);
            List<Target> targets = ANSWERS.stream().<Target>map(ClassTarget::logit).toList();
            Inputs both = inputs(scope, questions[0], questions[2]);
            List<Explanation> together =
                    explainer
                            .explain(
                                    both,
                                    Probing.request(
                                                    LAYERS.get(0),
                                                    Layout.AUTO,
                                                    targets,
                                                    new GradCam())
                                            .withStyle(smooth)
                                            .tried(true))
                            .pictures()
                            .get(0);
            for (int t = 0; t < 2; t++) {
                Explanation alone =
                        explainer
                                .explain(
                                        inputs(scope, questions[2 * t]),
                                        Probing.request(
                                                        LAYERS.get(0),
                                                        Layout.AUTO,
                                                        List.of(targets.get(t)),
                                                        new GradCam())
                                                .withStyle(smooth)
                                                .tried(true))
                                .pictures()
                                .get(0)
                                .get(0);
                assertClose(
                        together.get(t).heat().toArray(),
                        alone.heat().toArray(),
                        TOLERANCE,
                        "answer " + t);
                assertThat(together.get(t).trial().orElseThrow().faithfulness().gap())
                        .isCloseTo(alone.trial().orElseThrow().faithfulness().gap(), within(1e-3));
            }
        }
    }
}
