package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.method.Attribution;
import dev.wherefore.core.method.Evidence;
import dev.wherefore.core.method.EvidenceSource;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodCard;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a way back with a rule at every ReLU leaves at a layer. */
class RuledGradientsTest {

    /** The sum over the channels of something made of the gradient that a rule leaves. */
    private record Sum(ReluRule rule, Function<Evidence, NDArray> of) implements Method {

        @Override
        public MethodCard card() {
            return new GradCam().card();
        }

        @Override
        public Attribution attribute(EvidenceSource source) {
            return Attribution.ofMaps(
                    source.atLayers(rule).stream().map(e -> e.sum(of.apply(e))).toList());
        }
    }

    private static List<Explanation> explain(String layer, List<Method> methods) {
        Reference reference = Reference.of("tiny-resnet");
        try (Network network = TorchScriptNetwork.load(reference.path("traced.pt"), Device.cpu());
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            ExplainRequest request =
                    new ExplainRequest(
                            List.of(LayerRun.parse(layer)),
                            Layout.AUTO,
                            List.of(ClassTarget.logit(3), ClassTarget.logit(1)),
                            methods,
                            Fusion.MEAN,
                            false);
            return explainer.explain(Inputs.of(reference.input(scope)), request).pictures().get(0);
        }
    }

    /** Behind the last block's last normalisation there is one ReLU, then pooling and a line. */
    @Test
    void behindOneReluTheGuidedGradientIsThePositivePartOfTheGradient() {
        List<Explanation> found =
                explain(
                        "layer3.1.bn2",
                        List.of(
                                new Sum(ReluRule.GUIDED, Evidence::gradient),
                                new Sum(ReluRule.GRADIENT, e -> e.gradient().maximum(0)),
                                new Sum(ReluRule.GRADIENT, Evidence::gradient),
                                new Sum(ReluRule.DECONVNET, Evidence::gradient)));
        for (int target = 0; target < 2; target++) {
            float[] guided = raw(found, 4 * target);
            assertClose(guided, raw(found, 4 * target + 1), 1e-5, "guided");
            assertThat(guided).as("the rule matters").isNotEqualTo(raw(found, 4 * target + 2));
            float[] deconvnet = raw(found, 4 * target + 3);
            for (int i = 0; i < guided.length; i++) {
                // it passes the ReLUs too that were not active
                assertThat(deconvnet[i]).isGreaterThanOrEqualTo(guided[i] - 1e-6f);
            }
            assertThat(deconvnet).isNotEqualTo(guided);
        }
    }

    private static float[] raw(List<Explanation> found, int index) {
        return found.get(index).raw().get(0).toArray();
    }
}
