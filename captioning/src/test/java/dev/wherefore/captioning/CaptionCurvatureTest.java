package dev.wherefore.captioning;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.decoder.TextDecoders;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.captioning.network.EncoderDecoder;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.captioning.target.TokenTarget;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Gradient;
import dev.wherefore.core.method.ShapleyCam;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * ShapleyCAM of words, whose decoder is curved, against differences of gradients: {@code H A ≈
 * (G((1 + ε) A) − G((1 − ε) A)) / 2ε}, got from the decoder alone.
 */
class CaptionCurvatureTest {

    private static final float STEP = 0.01f;
    private static final int CHANNELS = 32;
    private static final int PLACES = 36;

    private final Reference reference = Reference.of("tiny-captioner");
    private final long[] ids = reference.array("token_ids").toLongs();
    private final long[] beginning = Arrays.copyOf(ids, ids.length - 1);
    private final float[] features = reference.floats("features");

    private List<Explanation> words() throws java.io.IOException {
        try (CaptionNetwork network =
                        new EncoderDecoder(
                                TinyCaptionerTest.Encoder.WRITTEN_HERE.open(),
                                "",
                                TextDecoders.load(
                                        reference.path("decoder.scripted.pt"), Device.cpu()));
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            List<Target> targets =
                    IntStream.range(0, beginning.length)
                            .<Target>mapToObj(t -> new TokenTarget(List.of(List.of(term(t))), "w"))
                            .toList();
            ExplainRequest request =
                    new ExplainRequest(
                            List.of(LayerRun.parse(FeatureNetwork.OUTPUT)),
                            Layout.AUTO,
                            targets,
                            List.of(new ShapleyCam(), new GradCam()),
                            Fusion.MEAN,
                            false);
            NDArray begun = scope.create(beginning, new Shape(1, 1, beginning.length));
            Inputs inputs = CaptionNetwork.inputs(reference.input(scope).get("0:1"), begun);
            return explainer.explain(inputs, request).pictures().get(0);
        }
    }

    private Term term(int t) {
        return new Term(TokenScore.LOG_PROBABILITY, 0, t, (int) ids[t + 1], 1);
    }

    /** The gradient of a word's log-probability at the features times a number. */
    private float[] gradient(Explainer decoder, NDManager scope, int t, float times) {
        NDArray scaled = scope.create(features, new Shape(1, CHANNELS, 6, 6)).mul(times);
        NDArray begun = scope.create(beginning, new Shape(1, beginning.length));
        Target word =
                Target.of(
                        "word",
                        outputs ->
                                outputs.main().logSoftmax(2).get(":, {}, {}", t, (int) ids[t + 1]));
        ExplainRequest request =
                new ExplainRequest(
                        List.of(),
                        Layout.AUTO,
                        List.of(word),
                        List.of(new Gradient()),
                        Fusion.MEAN,
                        false);
        return decoder.explain(new Inputs(List.of(List.of(scaled), List.of(begun)), 0), request)
                .pictures()
                .get(0)
                .get(0)
                .pixels()
                .orElseThrow()
                .toArray();
    }

    @Test
    void theMapsOfAllWordsInOnePassAreThoseOfDifferences() throws java.io.IOException {
        List<Explanation> found = words();
        try (TorchScriptNetwork decoder =
                        TorchScriptNetwork.load(
                                reference.path("decoder.scripted.pt"), Device.cpu());
                Explainer explainer = new Explainer(decoder);
                NDManager scope = decoder.newScope()) {
            double most = 0;
            for (int t = 0; t < beginning.length; t++) {
                float[] at = gradient(explainer, scope, t, 1);
                float[] more = gradient(explainer, scope, t, 1 + STEP);
                float[] less = gradient(explainer, scope, t, 1 - STEP);
                float[] map = new float[PLACES];
                for (int k = 0; k < CHANNELS; k++) {
                    double weight = 0;
                    for (int i = k * PLACES; i < (k + 1) * PLACES; i++) {
                        double curvature = (more[i] - less[i]) / (2.0 * STEP);
                        weight += (at[i] - curvature / 2) / PLACES;
                    }
                    for (int i = 0; i < PLACES; i++) {
                        map[i] += (float) (weight * features[k * PLACES + i]);
                    }
                }
                float[] shapley = found.get(2 * t).raw().get(0).toArray();
                float[] gradCam = found.get(2 * t + 1).raw().get(0).toArray();
                assertClose(shapley, map, 2e-3, "word " + t);
                most = Math.max(most, difference(shapley, gradCam));
            }
            // so that the above is not Grad-CAM's own agreement
            assertThat(most).isGreaterThan(2e-2);
        }
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
