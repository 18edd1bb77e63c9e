package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.Edges;
import dev.wherefore.core.method.GradCamPlusPlus;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.RefineCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Methods that need more or less than one layer. */
class NamedFusionTest {

    private final Reference reference = Reference.of("tiny-resnet");
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

    private List<List<Explanation>> explain(Method method, String... layers) {
        ExplainRequest request =
                new ExplainRequest(
                        Stream.of(layers).map(LayerRun::parse).toList(),
                        Layout.AUTO,
                        List.of(ClassTarget.logit(3), ClassTarget.logit(4)),
                        List.of(method),
                        Fusion.MEAN,
                        false);
        return explainer.explain(inputs, request).pictures();
    }

    @Test
    void refineCamMultipliesFinishedHeatmapsThoughTheMeanWasAskedFor() {
        List<List<Explanation>> refined = explain(new RefineCam(), "layer2", "layer3");
        List<List<Explanation>> early = explain(new GradCamPlusPlus(), "layer2");
        List<List<Explanation>> late = explain(new GradCamPlusPlus(), "layer3");
        List<List<Explanation>> mean = explain(new GradCamPlusPlus(), "layer2", "layer3");
        for (int picture = 0; picture < 2; picture++) {
            for (int t = 0; t < 2; t++) {
                Plane one = early.get(picture).get(t).heat();
                Plane other = late.get(picture).get(t).heat();
                Plane product = Plane.compute(96, 96, (y, x) -> one.at(y, x) * other.at(y, x));
                float max = product.max();
                float min = product.min();
                Explanation found = refined.get(picture).get(t);
                assertClose(
                        found.heat().toArray(),
                        product.map(v -> (v - min) / (max - min)).toArray(),
                        1e-5,
                        "picture " + picture + " target " + t);
                assertThat(found.raw()).isEqualTo(mean.get(picture).get(t).raw());
                assertThat(found.heat()).isNotEqualTo(mean.get(picture).get(t).heat());
            }
        }
        assertClose(
                explain(new RefineCam(), "layer3").get(0).get(0).heat().toArray(),
                late.get(0).get(0).heat().toArray(),
                1e-5,
                "one layer");
    }

    @Test
    void edgesNeedNoLayerAndAreTheSameForAllTargetsButTellTheirScores() {
        List<List<Explanation>> found = explain(new Edges());
        float[] logits = reference.floats("logits");
        for (int picture = 0; picture < 2; picture++) {
            Explanation first = found.get(picture).get(0);
            Explanation second = found.get(picture).get(1);
            assertThat(first.raw()).isEqualTo(second.raw());
            assertThat(first.heat().max()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5f));
            int from = picture * logits.length / 2;
            assertClose(
                    new float[] {first.score(), second.score()},
                    new float[] {logits[from + 3], logits[from + 4]},
                    1e-4,
                    "scores");
            assertThat(first.layers()).isEmpty();
        }
        assertThat(found.get(0).get(0).raw()).isNotEqualTo(found.get(1).get(0).raw());
    }

    @Test
    void aPictureWithoutEdgesSaysSo() {
        Inputs flat = Inputs.of(scope.ones(new ai.djl.ndarray.types.Shape(1, 3, 96, 96)));
        ExplainRequest request =
                new ExplainRequest(
                        List.of(),
                        Layout.AUTO,
                        List.of(ClassTarget.logit(3)),
                        List.of(new Edges()),
                        Fusion.MEAN,
                        false);
        Explanation found = explainer.explain(flat, request).pictures().get(0).get(0);
        assertThat(found.verdict()).isEqualTo(Verdict.NO_POSITIVE_EVIDENCE);
    }
}
