package dev.wherefore.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.method.AblationCam;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Gradient;
import dev.wherefore.core.method.HiResCam;
import dev.wherefore.core.method.ScoreCam;
import dev.wherefore.core.method.ShapleyCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a map costs in passes. */
class PassCountTest {

    @Test
    void aMapCostsWhatItWouldAloneThoughPassesAreShared() {
        Reference reference = Reference.of("tiny-resnet");
        double channels = reference.array("layer3/activation").shape().get(1);
        try (Network network = TorchScriptNetwork.load(reference.path("traced.pt"), Device.cpu());
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            ExplainRequest request =
                    new ExplainRequest(
                            List.of(LayerRun.parse("layer3")),
                            Layout.AUTO,
                            List.of(ClassTarget.logit(3), ClassTarget.logit(1)),
                            List.of(
                                    new GradCam(),
                                    new HiResCam(),
                                    new Gradient(),
                                    new ShapleyCam(),
                                    new ScoreCam(),
                                    new AblationCam()),
                            Fusion.MEAN,
                            false);
            List<List<Explanation>> pictures =
                    explainer.explain(Inputs.of(reference.input(scope)), request).pictures();
            assertThat(pictures).hasSizeGreaterThan(1);
            for (List<Explanation> explanations : pictures) {
                assertThat(explanations.subList(0, 6))
                        .extracting(Explanation::passes)
                        .containsExactly(
                                new Passes(1, 1),
                                new Passes(1, 1),
                                new Passes(1, 1),
                                new Passes(1, 2),
                                // the activation, and a picture for each channel
                                new Passes(1 + channels, 1),
                                // the layer's shape is asked for once more
                                new Passes(2 + channels, 1));
                assertThat(explanations.get(11).passes()).isEqualTo(new Passes(2 + channels, 1));
            }
        }
    }
}
