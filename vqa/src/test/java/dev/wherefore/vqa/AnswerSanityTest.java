package dev.wherefore.vqa;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.core.check.CheckModule;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.check.Finding;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import dev.wherefore.vqa.head.FilmHead;
import dev.wherefore.vqa.network.VqaNetwork;
import dev.wherefore.vqa.support.SmallAnswerer;
import dev.wherefore.vqa.support.VqaTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sanity checks of answers reach the answer head too, and leave the network as it was. */
class AnswerSanityTest {

    private static final Shape PICTURE = new Shape(1, 3, 32, 32);

    @TempDir Path folder;
    private VqaTrial trial = new VqaTrial(Path.of(""));

    @BeforeEach
    void writeAnswerer() throws IOException {
        SmallAnswerer.write(folder);
        trial = new VqaTrial(folder);
    }

    /** A picture and two questions about it. */
    private static Inputs inputs(NDManager scope) {
        NDArray picture = scope.create(FormulaWeights.values("picture", PICTURE), PICTURE);
        long[] ids = {4, 5, 6, 4, 7, 8};
        return VqaNetwork.inputs(picture, scope.create(ids, new Shape(1, 2, 3)));
    }

    private static float[] logits(VqaNetwork network) {
        try (NDManager scope = network.newScope()) {
            return network.run(scope, inputs(scope), PassRequest.PLAIN)
                    .outputs()
                    .main()
                    .toFloatArray();
        }
    }

    private static ExplainRequest request(List<Target> targets) {
        ExplainRequest one = ExplainRequest.of(FilmHead.FUSED, targets.get(0), new GradCam());
        return new ExplainRequest(
                one.layers(), one.layout(), targets, one.methods(), one.fusion(), false);
    }

    @Test
    void answersMapsAreCheckedAndTheNetworkStaysAsItWas() throws IOException {
        Checks checks = Guice.createInjector(new CheckModule()).getInstance(Checks.class);
        CheckPlan plan =
                new CheckPlan(
                        List.of(
                                checks.get("randomisation-independent"),
                                checks.get("random-target")),
                        List.of());
        List<Target> answers = List.of(ClassTarget.logit(0), ClassTarget.logit(1));
        try (VqaModel model = trial.model(trial.config());
                Explainer explainer = new Explainer(model.network());
                NDManager scope = model.network().newScope()) {
            float[] before = logits(model.network());
            ExplainRequest request = request(answers).withChecks(plan);
            int compared = 0;
            for (var explanation : explainer.explain(inputs(scope), request).pictures().get(0)) {
                for (Finding finding : explanation.findings().orElseThrow().own()) {
                    if (finding.value().isPresent()) {
                        assertThat(finding.value().getAsDouble()).isBetween(-1.0, 0.999);
                        compared++;
                    }
                }
            }
            assertThat(compared).isPositive();
            assertThat(logits(model.network())).isEqualTo(before);
            List<String> layers =
                    model.network().weights().stream().map(LayerWeights::layer).toList();
            assertThat(layers.get(0)).isEqualTo("conv1");
            assertThat(layers.get(layers.size() - 1)).isEqualTo("head.answers");
        }
    }

    @Test
    void aNetworkThatSaysItsAnswersHasNoOthersToBeComparedWith() throws IOException {
        Function<List<Target>, ExplainRequest> requests = AnswerSanityTest::request;
        try (VqaModel model = trial.model(trial.config());
                QuestionPass pass = new QuestionPass(model, requests)) {
            assertThat(pass.refusal(Need.OTHER_TARGETS)).isEmpty();
            assertThat(pass.refusal(Need.WEIGHTS)).isEmpty();
            VqaModel says =
                    new VqaModel(
                            model.network(),
                            model.tokenizer(),
                            model.tokens(),
                            model.answers(),
                            model.likelihood(),
                            ScoreKind.LOG_PROBABILITY,
                            true);
            try (QuestionPass saying = new QuestionPass(says, requests)) {
                assertThat(saying.refusal(Need.OTHER_TARGETS)).isPresent();
                assertThat(saying.refusal(Need.WEIGHTS)).isEmpty();
            }
        }
    }
}
