package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.method.FinerCam;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.RankTarget;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Finer-CAM against the classes' own Grad-CAM maps, of which it is a sum. */
class FinerCamTest {

    private static final String LAYER = "blocks.1.norm1";

    private final Reference reference = Reference.of("tiny-vit");
    private final TorchScriptNetwork network =
            TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu());
    private final Explainer explainer = new Explainer(network);
    private final NDManager scope = network.newScope();
    private final Inputs inputs = Inputs.of(reference.input(scope));

    @AfterEach
    void close() {
        scope.close();
        explainer.close();
        network.close();
    }

    private Explanations explain(List<Target> targets, Method... methods) {
        ExplainRequest request =
                new ExplainRequest(
                        List.of(LayerRun.parse(LAYER)),
                        Layout.AUTO,
                        targets,
                        List.of(methods),
                        Fusion.MEAN,
                        false);
        return explainer.explain(inputs, request);
    }

    private static List<Target> classes(int... classes) {
        return IntStream.of(classes).<Target>mapToObj(ClassTarget::logit).toList();
    }

    private static float[] raw(Explanation explanation) {
        return explanation.raw().get(0).toArray();
    }

    /**
     * The gradient of {@code y − Σ_j q_j y_j}, q the softmax of the three, written out: 1 for the
     * class, {@code −q_j (1 + y_j − Σ_i q_i y_i)} for each of the three.
     */
    private static float[] expected(List<Explanation> perClass, float[] logits, int own) {
        List<Integer> near =
                IntStream.range(0, logits.length)
                        .filter(j -> j != own)
                        .boxed()
                        .sorted(Comparator.comparingDouble(j -> Math.abs(logits[j] - logits[own])))
                        .limit(3)
                        .toList();
        double total = near.stream().mapToDouble(j -> Math.exp(logits[j])).sum();
        double mean = near.stream().mapToDouble(j -> Math.exp(logits[j]) / total * logits[j]).sum();
        float[] map = raw(perClass.get(own)).clone();
        for (int j : near) {
            double share = Math.exp(logits[j]) / total * (1 + logits[j] - mean);
            float[] other = raw(perClass.get(j));
            for (int i = 0; i < map.length; i++) {
                map[i] -= (float) (share * other[i]);
            }
        }
        return map;
    }

    @Test
    void itIsTheSumOfTheClassesMapsThatTheFormulaGives() {
        int count = reference.floats("logits").length / 2;
        Explanations all = explain(classes(IntStream.range(0, count).toArray()), new GradCam());
        Explanations finer = explain(classes(2, 0, 7), new FinerCam());
        for (int picture = 0; picture < 2; picture++) {
            float[] logits = finer.vector("", picture);
            for (int t = 0; t < 3; t++) {
                int own = new int[] {2, 0, 7}[t];
                Explanation found = finer.pictures().get(picture).get(t);
                float[] map = expected(all.pictures().get(picture), logits, own);
                assertClose(raw(found), map, 1e-4, "picture " + picture + " class " + own);
                assertThat(found.score()).isEqualTo(logits[own]);
                assertThat(found.target()).isEqualTo("logit of class " + own);
            }
        }
    }

    @Test
    void besideAnotherMethodItIsTheSameAndTheOtherToo() {
        Explanations both = explain(classes(2, 0), new FinerCam(), new GradCam());
        Explanations finer = explain(classes(2, 0), new FinerCam());
        Explanations plain = explain(classes(2, 0), new GradCam());
        for (int t = 0; t < 2; t++) {
            List<Explanation> found = both.pictures().get(1);
            assertClose(raw(found.get(2 * t)), raw(finer.pictures().get(1).get(t)), 1e-6, "finer");
            assertClose(raw(found.get(2 * t + 1)), raw(plain.pictures().get(1).get(t)), 1e-6, "");
            assertThat(raw(found.get(2 * t))).isNotEqualTo(raw(found.get(2 * t + 1)));
        }
    }

    @Test
    void theNumberOfTheClassAndHowItIsFoundMakeNoDifference() {
        float[] logits = explain(classes(0), new GradCam()).vector("", 0);
        int best = dev.wherefore.core.target.Ranking.of(logits).get(0);
        float[] byLogit = raw(explain(classes(best), new FinerCam()).pictures().get(0).get(0));
        Target ranked = new RankTarget(0, ScoreKind.PROBABILITY, Likelihood.SOFTMAX, "");
        Target logarithm =
                new ClassTarget(
                        List.of(best, 0),
                        ScoreKind.LOG_PROBABILITY,
                        Likelihood.SOFTMAX,
                        "",
                        "each its own");
        for (Target target : List.of(ranked, logarithm)) {
            Explanation found = explain(List.of(target), new FinerCam()).pictures().get(0).get(0);
            assertClose(raw(found), byLogit, 1e-5, target.description());
        }
    }

    @Test
    void probabilitiesAreTakenForWhatTheyAre() {
        Likelihood given = Likelihood.PROBABILITIES;
        Target target = new ClassTarget(List.of(1), ScoreKind.LOGIT, given, "", "class 1");
        float[] found;
        try (NDManager own = NDManager.newBaseManager()) {
            found =
                    target.finer(3)
                            .score(
                                    new dev.wherefore.core.network.Outputs(
                                            java.util.Map.of(
                                                    "out",
                                                    own.create(
                                                            new float[][] {
                                                                {0.5f, 0.25f, 0.25f, 0, 0}
                                                            }))))
                            .toFloatArray();
        }
        // nearest: 0.25, 0.5, then one of the zeros, which weighs nothing
        double expected = Math.log(0.25) - (Math.log(0.25) + 2 * Math.log(0.5)) / 3;
        assertThat((double) found[0])
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void aTargetThatIsNoClassIsRefused() {
        Target difference = ClassTarget.logit(0).minus(ClassTarget.logit(1));
        assertThatThrownBy(() -> explain(List.of(difference), new FinerCam()))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the method 'finer-cam' explains one class, word or answer, and 'logit of"
                                + " class 0 - logit of class 1' is none");
    }
}
