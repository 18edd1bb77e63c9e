package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.method.ClassActivation;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.ShapleyCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Second derivatives where they are zero, and where they can be written out. */
class ShapleyCamTest {

    private static List<List<Explanation>> explain(
            Explainer explainer,
            Inputs inputs,
            List<String> layers,
            List<Target> targets,
            Method method) {
        ExplainRequest request =
                new ExplainRequest(
                        layers.stream().map(LayerRun::parse).toList(),
                        Layout.AUTO,
                        targets,
                        List.of(method),
                        Fusion.MEAN,
                        false);
        return explainer.explain(inputs, request).pictures();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"tiny-resnet, layer2, layer3", "tiny-vgg, features.6, features.9"})
    void behindALayerThatOnlyLinearPiecesFollowItIsGradCam(
            String name, String first, String second) {
        Reference reference = Reference.of(name);
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path("traced.pt"), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            List<String> layers = List.of(first, second);
            List<Target> targets = List.of(ClassTarget.logit(3), ClassTarget.logit(5));
            List<List<Explanation>> shapley =
                    explain(explainer, inputs, layers, targets, new ShapleyCam());
            List<List<Explanation>> plain =
                    explain(explainer, inputs, layers, targets, new GradCam());
            for (int picture = 0; picture < 2; picture++) {
                for (int t = 0; t < 2; t++) {
                    Explanation found = shapley.get(picture).get(t);
                    Explanation expected = plain.get(picture).get(t);
                    assertThat(found.score()).isEqualTo(expected.score());
                    for (int layer = 0; layer < 2; layer++) {
                        assertClose(
                                found.raw().get(layer).toArray(),
                                expected.raw().get(layer).toArray(),
                                1e-5,
                                layers.get(layer));
                    }
                }
            }
        }
    }

    /**
     * Behind an average pool and a linear layer with weights w, the logits are {@code s = W mean(A)
     * + b}. Of {@code y = log p_c} the gradient at channel k is {@code Σ_d (δ_cd − p_d) w_dk / Z},
     * and H A, its derivative along A, {@code −Σ_d p_d (t_d − Σ_e p_e t_e) w_dk / Z} with {@code t
     * = W mean(A)}. All of this is sums of the classes' CAMs, {@code Σ_k w_dk A_k}.
     */
    @ParameterizedTest
    @ValueSource(strings = {"traced.pt", "scripted.pt"})
    void theCurvatureOfALogProbabilityIsWhatTheFormulaSays(String file) {
        Reference reference = Reference.of("tiny-resnet");
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path(file), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            List<String> layer = List.of("layer3");
            List<Target> logits =
                    IntStream.range(0, 10).<Target>mapToObj(ClassTarget::logit).toList();
            List<List<Explanation>> cams =
                    explain(explainer, inputs, layer, logits, new ClassActivation());
            List<Target> wanted =
                    IntStream.of(4, 7).<Target>mapToObj(ShapleyCamTest::logProbability).toList();
            List<List<Explanation>> found =
                    explain(explainer, inputs, layer, wanted, new ShapleyCam());
            List<List<Explanation>> plain =
                    explain(explainer, inputs, layer, wanted, new GradCam());
            for (int picture = 0; picture < 2; picture++) {
                for (int t = 0; t < 2; t++) {
                    float[] expected = expected(cams.get(picture), t == 0 ? 4 : 7);
                    float[] map = found.get(picture).get(t).raw().get(0).toArray();
                    String what = "picture " + picture + " target " + t;
                    assertClose(map, expected, 1e-4, what);
                    assertThat(difference(map, plain.get(picture).get(t).raw().get(0).toArray()))
                            .as("the second order tells in " + what)
                            .isGreaterThan(1e-2);
                }
            }
        }
    }

    /** Tempered, so that no class has all of the probability. */
    private static Target logProbability(int index) {
        return Target.of(
                "log p " + index,
                outputs -> {
                    var logits = outputs.main();
                    var tempered = logits.mul(logits.onesLike().mul(0.05f));
                    return Likelihood.SOFTMAX.logProbability(tempered).get(":, {}", index);
                });
    }

    private static float[] expected(List<Explanation> cams, int own) {
        int classes = cams.size();
        double[] probability = new double[classes];
        double[] along = new double[classes];
        double total = 0;
        for (int d = 0; d < classes; d++) {
            probability[d] = Math.exp(0.05 * cams.get(d).score());
            total += probability[d];
            for (float value : cams.get(d).raw().get(0).toArray()) {
                along[d] += 0.05 * value / cams.get(d).raw().get(0).toArray().length;
            }
        }
        double mean = 0;
        for (int d = 0; d < classes; d++) {
            probability[d] /= total;
            mean += probability[d] * along[d];
        }
        float[] map = new float[cams.get(0).raw().get(0).toArray().length];
        for (int d = 0; d < classes; d++) {
            double first = (d == own ? 1 : 0) - probability[d];
            double second = -probability[d] * (along[d] - mean);
            double weight = 0.05 * (first - second / 2) / map.length;
            float[] cam = cams.get(d).raw().get(0).toArray();
            for (int i = 0; i < map.length; i++) {
                map[i] += (float) (weight * cam[i]);
            }
        }
        return map;
    }

    /** The largest difference, relative to the largest magnitude of the second. */
    private static double difference(float[] a, float[] b) {
        double largest = 0;
        double off = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(b[i]));
            off = Math.max(off, Math.abs(a[i] - b[i]));
        }
        return off / largest;
    }
}
