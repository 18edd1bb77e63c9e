package dev.wherefore.core.network.block;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.method.ClassActivation;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CAM without the weights at hand, and why Grad-CAM generalises it: Selvaraju et al., section 3.1.
 */
class ClassActivationTest {

    private static final int CHANNELS = 6;

    private static String json(String family) {
        return "{\"family\": \"%s\", \"classes\": 5, \"channels\": 3, \"widths\": [4, 6], \"blocks\": [1, 1]}"
                .formatted(family);
    }

    private static Inputs inputs(NDManager scope) {
        Shape shape = new Shape(1, 3, 40, 40);
        return Inputs.of(scope.create(FormulaWeights.values("x", shape), shape));
    }

    private static float[] parameter(String family, String name) {
        Shape shape = Blocks.block(json(family)).parameters().expectedShapes().get(name);
        return FormulaWeights.values(name, Objects.requireNonNull(shape));
    }

    private static float[] raw(Explainer explainer, Inputs inputs, int target, Method method) {
        Explanation found =
                explainer
                        .explain(
                                inputs,
                                ExplainRequest.of("layer2", ClassTarget.logit(target), method))
                        .pictures()
                        .get(0)
                        .get(0);
        return found.raw().get(0).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"resnet, fc", "cifar-resnet, linear"})
    void theMapIsTheWeightsTimesTheActivationsAndItsMeanTheLogit(String family, String head) {
        float[] weight = parameter(family, head + ".weight");
        float[] bias = parameter(family, head + ".bias");
        try (Network network = Blocks.network(json(family));
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope);
            Pass pass =
                    network.run(
                            scope, inputs, PassRequest.tap(List.of(LayerRun.parse("layer2")), 1));
            float[] activation = pass.taps().get(0).activation().toFloatArray();
            float[] logits = pass.outputs().main().toFloatArray();
            int places = activation.length / CHANNELS;
            for (int target = 0; target < 5; target++) {
                float[] expected = new float[places];
                double sum = 0;
                for (int place = 0; place < places; place++) {
                    for (int k = 0; k < CHANNELS; k++) {
                        expected[place] +=
                                weight[target * CHANNELS + k] * activation[k * places + place];
                    }
                    sum += expected[place];
                }
                float[] found = raw(explainer, inputs, target, new ClassActivation());
                assertClose(found, expected, 1e-5, "class " + target);
                assertThat(sum / places + bias[target]).isCloseTo(logits[target], within(1e-4));
                float[] gradCam = raw(explainer, inputs, target, new GradCam());
                for (int place = 0; place < places; place++) {
                    expected[place] /= places;
                }
                assertClose(gradCam, expected, 1e-5, "Grad-CAM is CAM over the places");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"resnet, fc", "cifar-resnet, linear"})
    void everyEquationOfTheProofHolds(String family, String head) {
        float[] weight = parameter(family, head + ".weight");
        float[] bias = parameter(family, head + ".bias");
        int target = 2;
        try (Network network = Blocks.network(json(family));
                Autograd autograd = new Autograd(network.newScope());
                NDManager scope = network.newScope();
                GradientMode on = GradientMode.on()) {
            Pass pass =
                    network.run(
                            scope,
                            inputs(scope),
                            PassRequest.tap(List.of(LayerRun.parse("layer2")), 1));
            NDArray score = pass.outputs().main().get(":, {}", target);
            NDArray probe = pass.taps().get(0).probe();
            float[] gradient =
                    autograd.gradients(
                                    scope,
                                    List.of(score),
                                    List.of(probe),
                                    List.of(score.onesLike()),
                                    Autograd.Graph.FREE)
                            .get(0)
                            .orElseThrow()
                            .toFloatArray();
            float[] activation = pass.taps().get(0).activation().toFloatArray();
            int places = activation.length / CHANNELS;
            double fromAverages = bias[target];
            for (int k = 0; k < CHANNELS; k++) {
                double w = weight[target * CHANNELS + k];
                double average = 0;
                double sum = 0;
                for (int place = 0; place < places; place++) {
                    // F_k = 1/Z Σ A, so dF_k/dA = 1/Z
                    average += activation[k * places + place] / (double) places;
                    // w_k = dY/dF_k = Z · dY/dA, at every place
                    double slope = gradient[k * places + place];
                    assertThat(places * slope).isCloseTo(w, within(1e-5));
                    sum += slope;
                }
                // summed over the places: Z w_k = Z Σ dY/dA, so w_k = Σ dY/dA
                assertThat(sum).isCloseTo(w, within(1e-5));
                // Y = Σ w_k F_k, here with a bias
                fromAverages += w * average;
            }
            assertThat(fromAverages).isCloseTo(score.toFloatArray()[0], within(1e-4));
        }
    }

    @Test
    void anotherHeadIsRefusedWithTheLayersName() {
        Reference reference = Reference.of("tiny-vgg");
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            assertThatThrownBy(
                            () ->
                                    explainer.explain(
                                            inputs,
                                            ExplainRequest.of(
                                                    "features.6",
                                                    ClassTarget.logit(1),
                                                    new ClassActivation())))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith(
                            "the method 'cam' needs a layer that only average pooling and one"
                                    + " linear layer follow, and behind the layer 'features.6")
                    .hasMessageContaining("the gradient differs from place to place");
        }
    }
}
