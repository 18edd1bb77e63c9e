package dev.wherefore.vqa;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.wherefore.core.explain.Convention;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.explain.MapSign;
import dev.wherefore.core.explain.MapStyle;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.method.AblationCam;
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
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import dev.wherefore.vqa.network.VqaNetwork;
import dev.wherefore.vqa.support.Probing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods about answers of a small network, alone and together. */
class TinyVqaMethodsTest extends TinyVqaCase {

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
                        5,
                        MaskOrder.ENLARGE_FIRST,
                        0);
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
