package dev.wherefore.vqa;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.Counterfactual;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import dev.wherefore.vqa.network.VqaNetwork;
import dev.wherefore.vqa.support.Probing;
import dev.wherefore.vqa.support.Probing.Probed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number that autograd gives for two answers of a small network. */
class TinyVqaTest extends TinyVqaCase {

    private static NDArray logit(NDArray logits, int answer) {
        return logits.get(":, {}", answer);
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
}
