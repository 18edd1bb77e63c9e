package dev.wherefore.captioning.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.captioning.CaptionModel;
import dev.wherefore.captioning.decoder.TextDecoder;
import dev.wherefore.captioning.decoder.TextDecoders;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.captioning.target.TokenTarget;
import dev.wherefore.core.check.CheckModule;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.check.Finding;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sanity checks of words reach the decoder too, and leave the captioner as it was. */
class CaptionSanityTest {

    private static final Shape PICTURE = new Shape(1, 3, 32, 32);
    private static final int BUS = 7;

    @TempDir Path folder;

    private static Inputs inputs(NDManager scope) {
        NDArray picture = scope.create(FormulaWeights.values("picture", PICTURE), PICTURE);
        return CaptionNetwork.inputs(picture, scope.create(new long[] {2, 4}, new Shape(1, 1, 2)));
    }

    private static float[] logits(CaptionNetwork network) {
        try (NDManager scope = network.newScope()) {
            return network.run(scope, inputs(scope), PassRequest.PLAIN)
                    .outputs()
                    .main()
                    .toFloatArray();
        }
    }

    @Test
    void aWordsMapIsCheckedAndTheCaptionerStaysAsItWas() throws IOException {
        SmallCaptioner.write(folder);
        Checks checks = Guice.createInjector(new CheckModule()).getInstance(Checks.class);
        CheckPlan plan =
                new CheckPlan(
                        List.of(checks.get("randomisation"), checks.get("random-target")),
                        List.of());
        Target word =
                new TokenTarget(
                        List.of(List.of(new Term(TokenScore.LOG_PROBABILITY, 0, 1, BUS, 1))),
                        "bus");
        try (CaptionModel model = new CaptionTrial(folder).model();
                Explainer explainer = new Explainer(model.network());
                NDManager scope = model.network().newScope()) {
            float[] before = logits(model.network());
            List<Finding> found =
                    explainer
                            .explain(
                                    inputs(scope),
                                    ExplainRequest.of(FeatureNetwork.OUTPUT, word, new GradCam())
                                            .withChecks(plan))
                            .pictures()
                            .get(0)
                            .get(0)
                            .findings()
                            .orElseThrow()
                            .own();
            // the decoder is what is nearest to the output
            assertThat(found.get(0).curves().get(0).values().get(1)).isLessThan(0.999);
            assertThat(found.get(0).value().orElseThrow()).isBetween(-1.0, 0.9);
            assertThat(found.get(1).value().orElseThrow()).isBetween(-1.0, 0.999);
            assertThat(logits(model.network())).isEqualTo(before);
            List<String> layers =
                    model.network().weights().stream().map(LayerWeights::layer).toList();
            assertThat(layers.get(0)).isEqualTo("conv1");
            assertThat(layers.get(layers.size() - 1)).startsWith("decoder.");
        }
    }

    @Test
    void aDecoderInAnArchiveHasWeightsToo() {
        Path file = Reference.of("tiny-captioner").path("decoder.scripted.pt");
        try (TextDecoder decoder = TextDecoders.load(file, Device.cpu())) {
            assertThat(decoder.weights()).isNotEmpty();
            assertThat(decoder.weights()).allMatch(w -> !w.values().isEmpty());
        }
    }
}
