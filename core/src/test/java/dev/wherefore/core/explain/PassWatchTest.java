package dev.wherefore.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.method.AblationCam;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits for a method of many passes hears how far it has come. */
class PassWatchTest {

    @Test
    void hearsOfTheLastPassOfEachPictureAndNothingOnceClosed() {
        Reference reference = Reference.of("tiny-resnet");
        List<String> heard = new ArrayList<>();
        try (Network network = TorchScriptNetwork.load(reference.path("traced.pt"), Device.cpu());
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            Inputs inputs = Inputs.of(reference.input(scope));
            ExplainRequest many =
                    ExplainRequest.of("layer3", ClassTarget.logit(3), new AblationCam());
            ExplainRequest one = ExplainRequest.of("layer3", ClassTarget.logit(3), new GradCam());
            int channels = reference.array("layer3/activation").shape().get(1);
            try (PassWatch watch =
                    PassWatch.by(
                            (method, done, total) -> {
                                assertThat(done).isBetween(1, total);
                                if (done == total) {
                                    heard.add(method + " " + total);
                                }
                            })) {
                explainer.explain(inputs, many);
                explainer.explain(inputs, one);
            }
            explainer.explain(inputs, many);
            String all = "ablation-cam " + channels;
            assertThat(heard).containsExactly(all, all);
        }
    }
}
