package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.inject.Guice;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.RankTarget;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Captum, torch-cam and the grad-cam package give for the small networks. */
class ConventionNumbersTest {

    private static final double TOLERANCE = 1e-4;
    private static final String NETWORKS =
            """
            tiny-resnet, layer3, 3
            tiny-vgg, features.9, 5
            """;

    private final Methods methods =
            Guice.createInjector(new MethodModule()).getInstance(Methods.class);

    private List<Explanation> explain(
            String name, String layer, Target target, String method, MapStyle style) {
        Reference reference = Reference.of(name);
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            ExplainRequest request =
                    ExplainRequest.of(layer, target, methods.get(method)).withStyle(style);
            return explainer.explain(Inputs.of(reference.input(scope)), request).pictures().stream()
                    .map(own -> own.get(0))
                    .toList();
        }
    }

    private static void assertPictures(float[] expected, List<float[]> found, String what) {
        int size = expected.length / found.size();
        for (int i = 0; i < found.size(); i++) {
            float[] own = java.util.Arrays.copyOfRange(expected, i * size, (i + 1) * size);
            assertClose(found.get(i), own, TOLERANCE, what + " picture " + i);
        }
    }

    private static float[] more(String name, String array) {
        Map<String, NpyArray> more = Reference.of(name).furtherArrays();
        return Objects.requireNonNull(more.get(array), array).toFloats();
    }

    @ParameterizedTest
    @CsvSource(textBlock = NETWORKS)
    void captumsMapsAreTheRawOnes(String name, String layer, int target) {
        MapStyle signed = MapStyle.of(Convention.CAPTUM).with(MapSign.SIGNED);
        List<Explanation> found =
                explain(name, layer, ClassTarget.logit(target), "grad-cam", signed);
        float[] expected = more(name, "captum/layer-grad-cam");
        assertPictures(expected, found.stream().map(e -> e.raw().get(0).toArray()).toList(), "raw");
        for (Explanation explanation : found) {
            assertThat(explanation.heat().max()).isEqualTo(explanation.rawMax());
            assertThat(explanation.heat().min()).isEqualTo(explanation.rawMin());
            assertThat(Math.max(explanation.drawn().max(), -explanation.drawn().min()))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = NETWORKS)
    void captumsGuidedGradCam(String name, String layer, int target) {
        List<Explanation> found =
                explain(
                        name,
                        layer,
                        ClassTarget.logit(target),
                        "guided-grad-cam",
                        MapStyle.of(Convention.CAPTUM));
        assertPictures(
                more(name, "captum/guided-grad-cam-nearest"),
                found.stream().map(e -> e.pixels().orElseThrow().toArray()).toList(),
                "guided grad-cam");
    }

    @ParameterizedTest
    @CsvSource(textBlock = NETWORKS)
    void torchCamsMapsBeforeTheyAreEnlarged(String name, String layer, int target) {
        // torch-cam weighs Grad-CAM++ by another formula
        for (String method : List.of("grad-cam", "x-grad-cam", "layer-cam")) {
            List<Explanation> found =
                    explain(
                            name,
                            layer,
                            ClassTarget.logit(target),
                            method,
                            MapStyle.of(Convention.TORCH_CAM));
            assertPictures(
                    more(name, "torch-cam/" + method),
                    found.stream().map(e -> atItsOwnSize(e).toArray()).toList(),
                    method);
        }
    }

    /** What torch-cam gives; enlarging is left to its user. */
    private static dev.wherefore.core.image.Plane atItsOwnSize(Explanation explanation) {
        return new TorchCamScaling()
                .heat(
                        List.of(MapSign.POSITIVE.of(explanation.raw().get(0))),
                        Fusion.MAX,
                        explanation.raw().get(0).height(),
                        explanation.raw().get(0).width());
    }

    @ParameterizedTest
    @CsvSource(textBlock = NETWORKS)
    void testTimeAugmentation(String name, String layer, int target) {
        MapStyle style = new MapStyle(Convention.GRAD_CAM, MapSign.POSITIVE, true, false);
        List<Explanation> found =
                explain(name, layer, ClassTarget.logit(target), "grad-cam", style);
        float[] expected = more(name, "grad-cam/aug-smooth");
        assertPictures(expected, found.stream().map(e -> e.heat().toArray()).toList(), "heat");
        List<Explanation> plain =
                explain(name, layer, ClassTarget.logit(target), "grad-cam", MapStyle.USUAL);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).score()).isEqualTo(plain.get(i).score());
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = NETWORKS)
    void theClassThatIsAskedForIsThatOfThePictureAsItIs(String name, String layer) {
        MapStyle style = new MapStyle(Convention.GRAD_CAM, MapSign.POSITIVE, true, false);
        Target top = new RankTarget(0, ScoreKind.LOGIT, Likelihood.SOFTMAX, "");
        List<Explanation> found = explain(name, layer, top.negative(), "grad-cam", style);
        float[] logits = Reference.of(name).floats("logits");
        int classes = logits.length / 2;
        for (int picture = 0; picture < 2; picture++) {
            int best = 0;
            for (int c = 0; c < classes; c++) {
                int from = picture * classes;
                best = logits[from + c] > logits[from + best] ? c : best;
            }
            Target named = ClassTarget.logit(best).negative();
            Explanation wanted = explain(name, layer, named, "grad-cam", style).get(picture);
            assertClose(
                    found.get(picture).heat().toArray(),
                    wanted.heat().toArray(),
                    TOLERANCE,
                    "picture " + picture);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = NETWORKS)
    void eigenSmoothing(String name, String layer, int target) {
        MapStyle style = new MapStyle(Convention.GRAD_CAM, MapSign.POSITIVE, false, true);
        List<Explanation> found =
                explain(name, layer, ClassTarget.logit(target), "grad-cam", style);
        List<Explanation> against =
                explain(
                        name,
                        layer,
                        ClassTarget.logit(target),
                        "grad-cam",
                        style.with(MapSign.NEGATIVE));
        float[] expected = more(name, "grad-cam/eigen-smooth");
        int size = expected.length / found.size();
        for (int i = 0; i < found.size(); i++) {
            float[] own = java.util.Arrays.copyOfRange(expected, i * size, (i + 1) * size);
            // the package leaves the sign to chance
            float[] same = found.get(i).heat().toArray();
            float[] turned = against.get(i).heat().toArray();
            float[] nearer = distance(same, own) < distance(turned, own) ? same : turned;
            assertClose(nearer, own, TOLERANCE, "picture " + i);
        }
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
