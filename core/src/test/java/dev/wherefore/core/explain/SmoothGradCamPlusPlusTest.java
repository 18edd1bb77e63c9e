package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.method.GradCamPlusPlus;
import dev.wherefore.core.method.MethodSettings;
import dev.wherefore.core.method.MethodSettings.Integral;
import dev.wherefore.core.method.MethodSettings.MaskOrder;
import dev.wherefore.core.method.MethodSettings.Masking;
import dev.wherefore.core.method.MethodSettings.Noise;
import dev.wherefore.core.method.MethodSettings.Occluding;
import dev.wherefore.core.method.SmoothGradCamPlusPlus;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Smooth Grad-CAM++ against Grad-CAM++, which it is without noise. */
class SmoothGradCamPlusPlusTest {

    private static MethodSettings noise(double deviation) {
        return new MethodSettings(
                1,
                Occluding.USUAL,
                Masking.USUAL,
                new Noise(3, deviation),
                Integral.USUAL,
                5,
                MaskOrder.ENLARGE_FIRST,
                0);
    }

    @ParameterizedTest
    @CsvSource({"1e-6, true", "0.5, false"})
    void smoothGradCamPlusPlusWithoutNoiseIsGradCamPlusPlus(double deviation, boolean equal) {
        Reference reference = Reference.of("tiny-resnet");
        try (Network network = TorchScriptNetwork.load(reference.path("traced.pt"), Device.cpu());
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            Inputs inputs = Inputs.of(reference.input(scope));
            ExplainRequest request =
                    new ExplainRequest(
                                    List.of(LayerRun.parse("layer2"), LayerRun.parse("layer3")),
                                    Layout.AUTO,
                                    List.of(ClassTarget.logit(3), ClassTarget.logit(1)),
                                    List.of(new SmoothGradCamPlusPlus(), new GradCamPlusPlus()),
                                    Fusion.MEAN,
                                    false)
                            .withSettings(noise(deviation));
            for (List<Explanation> picture : explainer.explain(inputs, request).pictures()) {
                for (int i = 0; i < picture.size(); i += 2) {
                    for (int layer = 0; layer < 2; layer++) {
                        float[] smooth = picture.get(i).raw().get(layer).toArray();
                        float[] plain = picture.get(i + 1).raw().get(layer).toArray();
                        if (equal) {
                            assertClose(smooth, plain, 1e-3, "layer " + layer);
                        } else {
                            assertThat(smooth).isNotEqualTo(plain);
                        }
                    }
                }
            }
        }
    }
}
