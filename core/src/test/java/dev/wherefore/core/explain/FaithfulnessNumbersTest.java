package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Curve;
import dev.wherefore.core.check.Finding;
import dev.wherefore.core.check.RoadWithoutNoise;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.metric.Faithfulness;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drop, increase and ROAD as the grad-cam package has them, and deletion by hand. */
class FaithfulnessNumbersTest {

    @ParameterizedTest
    @CsvSource({"tiny-resnet, layer3, 3", "tiny-vgg, features.9, 5"})
    void dropAndIncreaseAgreeWithTheReference(String name, String layer, int target) {
        Reference reference = Reference.of(name);
        Map<String, NpyArray> more = reference.furtherArrays();
        float[] heat = numbers(more, "metric/heatmap");
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            NDArray images = reference.input(scope);
            ExplainRequest request =
                    ExplainRequest.of(layer, ClassTarget.logit(target), new GradCam()).tried(true);
            List<List<Explanation>> found =
                    explainer.explain(Inputs.of(images), request).pictures();
            float[] drops = new float[2];
            float[] increases = new float[2];
            for (int i = 0; i < 2; i++) {
                Explanation explanation = found.get(i).get(0);
                float[] own = Arrays.copyOfRange(heat, i * 96 * 96, (i + 1) * 96 * 96);
                assertClose(explanation.heat().toArray(), own, 1e-4, "heatmap");
                Faithfulness faithfulness = explanation.trial().orElseThrow().faithfulness();
                drops[i] = (float) faithfulness.drop();
                increases[i] = faithfulness.increase() ? 1 : 0;
                List<float[]> masked =
                        Faithfulness.masks(explanation.heat()).stream()
                                .map(m -> logit(network, scope, images, m, target))
                                .toList();
                int picture = i;
                Faithfulness byHand =
                        Faithfulness.of(
                                explanation.score(),
                                masked.stream().map(l -> (double) l[picture]).toList());
                assertThat(faithfulness.deletion()).isCloseTo(byHand.deletion(), offset(1e-4));
                assertThat(faithfulness.insertion()).isCloseTo(byHand.insertion(), offset(1e-4));
            }
            assertClose(drops, numbers(more, "metric/drop-in-confidence-logit"), 1e-4, "drop");
            assertClose(
                    increases, numbers(more, "metric/increase-in-confidence-logit"), 0, "increase");
        }
    }

    /** The logit itself: ROAD's reference numbers are not of probabilities. */
    private static Target logit(int target) {
        return Target.of("logit", outputs -> outputs.main().get(":, {}", target));
    }

    @ParameterizedTest
    @CsvSource({"tiny-resnet, layer3, 3", "tiny-vgg, features.9, 5"})
    void roadAgreesWithTheReference(String name, String layer, int target) {
        Reference reference = Reference.of(name);
        Map<String, NpyArray> more = reference.furtherArrays();
        float[] heat = numbers(more, "metric/heatmap");
        List<Plane> heats =
                IntStream.range(0, 2)
                        .mapToObj(i -> Arrays.copyOfRange(heat, i * 96 * 96, (i + 1) * 96 * 96))
                        .map(own -> Plane.of(96, 96, own))
                        .toList();
        CheckPlan plan =
                new CheckPlan(
                        List.of(
                                RoadWithoutNoise.of(heats, 80, 50, 20),
                                RoadWithoutNoise.of(heats, 80, 60, 40, 20)),
                        List.of());
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            ExplainRequest request =
                    ExplainRequest.of(layer, logit(target), new GradCam()).withChecks(plan);
            List<List<Explanation>> found =
                    explainer.explain(Inputs.of(reference.input(scope)), request).pictures();
            for (int i = 0; i < 2; i++) {
                List<Finding> findings = found.get(i).get(0).findings().orElseThrow().own();
                for (Curve curve : findings.get(0).curves()) {
                    for (int point = 1; point < 4; point++) {
                        long percentile = 100 - Math.round(100 * curve.shares().get(point));
                        double difference = curve.values().get(point) - curve.values().get(0);
                        assertThat(difference)
                                .as(curve.name() + " " + percentile)
                                .isCloseTo(
                                        numbers(
                                                more,
                                                curve.name().replaceFirst("-", "/")
                                                        + "-"
                                                        + percentile)[i],
                                        offset(2e-4));
                    }
                }
                assertThat(findings.get(1).value().orElseThrow())
                        .isCloseTo(numbers(more, "road/combined")[i], offset(2e-4));
            }
        }
    }

    private static float[] logit(
            TorchScriptNetwork network, NDManager scope, NDArray images, Plane mask, int target) {
        NDArray factor = scope.create(mask.toArray(), new Shape(1, 1, mask.height(), mask.width()));
        return network.run(scope, Inputs.of(images.mul(factor)), PassRequest.PLAIN)
                .outputs()
                .main()
                .get(":, {}", target)
                .toFloatArray();
    }

    private static float[] numbers(Map<String, NpyArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name).toFloats();
    }
}
