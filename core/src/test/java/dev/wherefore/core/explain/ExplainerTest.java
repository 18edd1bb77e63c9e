package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.experiment.NpzFile;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.Counterfactual;
import dev.wherefore.core.method.Deconvnet;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.Guided;
import dev.wherefore.core.method.GuidedBackpropagation;
import dev.wherefore.core.method.LayerCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.RankTarget;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private final Map<String, NpyArray> expected = NpzFile.read(resource("segmenter.npz"));
    private final TorchScriptNetwork network =
            TorchScriptNetwork.load(resource("segmenter.scripted.pt"), Device.cpu());
    private final Explainer explainer = new Explainer(network);
    private final NDManager scope = network.newScope();
    private Inputs inputs = Inputs.of(scope.zeros(new ai.djl.ndarray.types.Shape(1, 3, 16, 16)));

    @BeforeEach
    void readInput() {
        inputs = Inputs.of(Reference.ndarray(scope, array("input")));
    }

    @AfterEach
    void close() {
        scope.close();
        explainer.close();
        network.close();
    }

    private static Path resource(String name) {
        try {
            return Path.of(ExplainerTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private NpyArray array(String name) {
        return java.util.Objects.requireNonNull(expected.get(name));
    }

    private static Target logit(int index) {
        return new ClassTarget(
                List.of(index), ScoreKind.LOGIT, Likelihood.SOFTMAX, "logits", "class " + index);
    }

    private Explanation first(String layer, Target target, Method method) {
        return explainer
                .explain(inputs, ExplainRequest.of(layer, target, method))
                .pictures()
                .get(0)
                .get(0);
    }

    @Test
    void explainsAnyFunctionOfTheOutputs() {
        NDArray mask = Reference.ndarray(scope, array("mask"));
        Target insideTheMask =
                Target.of(
                        "scores of class 1 inside a mask",
                        outputs ->
                                outputs.get("masks")
                                        .get(":, 1")
                                        .mul(mask)
                                        .sum(new int[] {1})
                                        .sum(new int[] {1}));
        ExplainRequest request = ExplainRequest.of("act", insideTheMask, new GradCam());
        List<List<Explanation>> found = explainer.explain(inputs, request).pictures();
        float[] raw = array("raw").toFloats();
        float[] scores = array("scores").toFloats();
        for (int picture = 0; picture < 2; picture++) {
            Explanation explanation = found.get(picture).get(0);
            float[] map = explanation.raw().get(0).toArray();
            float[] wanted =
                    java.util.Arrays.copyOfRange(
                            raw, picture * map.length, (picture + 1) * map.length);
            assertClose(map, wanted, 1e-4, "picture " + picture);
            assertThat(explanation.score())
                    .isCloseTo(scores[picture], org.assertj.core.data.Offset.offset(1e-4f));
        }
    }

    @Test
    void saysThatATargetDoesNotDependOnALayer() {
        assertThatThrownBy(() -> first("aside", logit(0), new GradCam()))
                .isInstanceOf(NotConnectedException.class)
                .hasMessageContaining("'class 0' does not depend on the layer 'aside#1'");
    }

    @Test
    void anAllZeroGradientIsAResultThatIsSaidInWords() {
        Explanation explanation = first("act", logit(1), new GradCam());
        assertThat(explanation.verdict()).isEqualTo(Verdict.ZERO_GRADIENT);
        assertThat(explanation.heat().max()).isZero();
        assertThat(first("act", logit(1), new GuidedBackpropagation()).verdict())
                .isEqualTo(Verdict.ZERO_GRADIENT);
    }

    @Test
    void theCounterfactualIsTheNegativeOfTheRawMap() {
        Plane map = first("act", logit(0), new GradCam()).raw().get(0);
        Plane counter = first("act", logit(0), new Counterfactual()).raw().get(0);
        assertClose(counter.toArray(), map.map(v -> -v).toArray(), 1e-6, "counterfactual");
        Plane negated = first("act", logit(0).negative(), new GradCam()).raw().get(0);
        assertClose(counter.toArray(), negated.toArray(), 1e-6, "negative target");
    }

    @Test
    void theRawMapOfASumIsTheSumOfTheRawMaps() {
        Plane one = first("act", logit(0), new GradCam()).raw().get(0);
        Plane other = first("act", logit(2), new GradCam()).raw().get(0);
        Plane sum = first("act", logit(0).plus(logit(2)), new GradCam()).raw().get(0);
        Plane difference = first("act", logit(0).minus(logit(2)), new GradCam()).raw().get(0);
        Plane twice = first("act", logit(0).times(2), new GradCam()).raw().get(0);
        assertClose(sum.toArray(), combine(one, other, 1), 1e-5, "sum");
        assertClose(difference.toArray(), combine(one, other, -1), 1e-5, "difference");
        assertClose(twice.toArray(), combine(one, one, 1), 1e-5, "twice");
    }

    private static float[] combine(Plane a, Plane b, float sign) {
        return Plane.compute(a.height(), a.width(), (y, x) -> a.at(y, x) + sign * b.at(y, x))
                .toArray();
    }

    @Test
    void probabilitiesAndRanksAreTargetsToo() {
        Target top = new RankTarget(0, ScoreKind.LOGIT, Likelihood.SOFTMAX, "logits");
        float[] logits =
                explainer
                        .explain(inputs, ExplainRequest.of("act", top, new GradCam()))
                        .vector("logits", 0);
        int best = dev.wherefore.core.target.Ranking.of(logits).get(0);
        assertThat(first("act", top, new GradCam()).score()).isEqualTo(logits[best]);
        for (Likelihood likelihood : List.of(Likelihood.SOFTMAX, Likelihood.SIGMOID)) {
            Target probability =
                    new ClassTarget(
                            List.of(best), ScoreKind.PROBABILITY, likelihood, "logits", "p");
            Target log =
                    new ClassTarget(
                            List.of(best),
                            ScoreKind.LOG_PROBABILITY,
                            likelihood,
                            "logits",
                            "log p");
            float p = first("act", probability, new GradCam()).score();
            assertThat(p)
                    .isCloseTo(
                            likelihood.probabilities(logits)[best],
                            org.assertj.core.data.Offset.offset(1e-6f));
            assertThat(first("act", log, new GradCam()).score())
                    .isCloseTo((float) Math.log(p), org.assertj.core.data.Offset.offset(1e-5f));
        }
    }

    @Test
    void aClassThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> first("act", logit(4), new GradCam()))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no class 4: the network has 4 classes, 0 to 3");
        assertThatThrownBy(() -> first("act", ClassTarget.logit(0), new GradCam()))
                .hasMessageContaining("the network has several outputs");
    }

    @Test
    void severalLayersAreFused() {
        for (Fusion fusion : Fusion.values()) {
            ExplainRequest both =
                    new ExplainRequest(
                            List.of(LayerRun.parse("act"), LayerRun.parse("mix")),
                            Layout.AUTO,
                            List.of(logit(0)),
                            List.of(new LayerCam()),
                            fusion,
                            false);
            Explanation fused = explainer.explain(inputs, both).pictures().get(0).get(0);
            Plane act = part(fusion, first("act", logit(0), new LayerCam()));
            Plane mix = part(fusion, first("mix", logit(0), new LayerCam()));
            Plane joined = Scaling.spread(fusion.of(List.of(act, mix)), 1e-7f);
            assertThat(fused.raw()).hasSize(2);
            assertThat(fused.layers()).containsExactly("act", "mix");
            assertClose(fused.heat().toArray(), joined.toArray(), 1e-4, fusion.toString());
        }
    }

    /** A product is made of finished heatmaps, anything else of maps that are only enlarged. */
    private static Plane part(Fusion fusion, Explanation explanation) {
        return fusion == Fusion.PRODUCT ? explanation.heat() : enlarged(explanation);
    }

    private static Plane enlarged(Explanation explanation) {
        Plane positive = explanation.raw().get(0).map(v -> Math.max(v, 0));
        return Scaling.spread(positive, 1e-7f).resizeBilinear(16, 16);
    }

    @Test
    void mapsOnASharedScaleCanBeCompared() {
        ExplainRequest shared =
                new ExplainRequest(
                        List.of(LayerRun.parse("act")),
                        Layout.AUTO,
                        List.of(logit(0), logit(2), logit(3)),
                        List.of(new GradCam()),
                        Fusion.MEAN,
                        true);
        List<Explanation> found = explainer.explain(inputs, shared).pictures().get(0);
        double largest = found.stream().mapToDouble(Explanation::rawMax).max().orElseThrow();
        for (Explanation explanation : found) {
            Plane raw = explanation.raw().get(0);
            Plane wanted = raw.map(v -> (float) (Math.max(v, 0) / largest)).resizeBilinear(16, 16);
            assertClose(explanation.heat().toArray(), wanted.toArray(), 1e-5, "shared scale");
        }
    }

    @Test
    void guidedGradCamIsGuidedBackpropagationTimesTheHeatmap() {
        Explanation guided = first("act", logit(0), new GuidedBackpropagation());
        Explanation map = first("act", logit(0), new GradCam());
        Explanation both = first("act", logit(0), new Guided(new GradCam()));
        float[] pixels = guided.pixels().orElseThrow().toArray();
        float[] heat = map.heat().toArray();
        float[] product = new float[pixels.length];
        IntStream.range(0, pixels.length)
                .forEach(i -> product[i] = pixels[i] * heat[i % heat.length]);
        assertClose(both.pixels().orElseThrow().toArray(), product, 1e-6, "guided Grad-CAM");
        assertThat(both.heat()).isEqualTo(map.heat());
    }

    @Test
    void deconvnetLetsThroughWhereGuidedBackpropagationDoesNot() {
        float[] guided =
                first("act", logit(0), new GuidedBackpropagation())
                        .pixels()
                        .orElseThrow()
                        .toArray();
        float[] deconvnet =
                first("act", logit(0), new Deconvnet()).pixels().orElseThrow().toArray();
        assertThat(deconvnet).isNotEqualTo(guided);
        assertThat(deconvnet).hasSameSizeAs(guided);
    }

    @Test
    void picturesDoNotDependOnTheirPlaceInTheBatch() {
        NDArray flipped = inputs.imageArray().flip(0);
        ExplainRequest request = ExplainRequest.of("act", logit(0), new GradCam());
        List<List<Explanation>> straight = explainer.explain(inputs, request).pictures();
        List<List<Explanation>> turned = explainer.explain(Inputs.of(flipped), request).pictures();
        for (int i = 0; i < 2; i++) {
            assertClose(
                    turned.get(1 - i).get(0).raw().get(0).toArray(),
                    straight.get(i).get(0).raw().get(0).toArray(),
                    1e-5,
                    "picture " + i);
        }
    }

    @Test
    void targetsDoNotShareAPassWhereRowsMeetEachOther() {
        Path archive = resource("rows-meet.scripted.pt");
        List<Target> targets =
                List.of(ClassTarget.logit(0), ClassTarget.logit(1), ClassTarget.logit(2));
        Inputs one = Inputs.of(inputs.imageArray().get("0:1"));
        try (TorchScriptNetwork meeting = TorchScriptNetwork.load(archive, Device.cpu());
                Explainer explains = new Explainer(meeting)) {
            ExplainRequest all =
                    new ExplainRequest(
                            List.of(LayerRun.parse("stem")),
                            Layout.AUTO,
                            targets,
                            List.of(new GradCam()),
                            Fusion.MEAN,
                            false);
            List<Explanation> together = explains.explain(one, all).pictures().get(0);
            for (int t = 0; t < targets.size(); t++) {
                ExplainRequest alone = ExplainRequest.of("stem", targets.get(t), new GradCam());
                Explanation expectedOne = explains.explain(one, alone).pictures().get(0).get(0);
                assertClose(
                        together.get(t).raw().get(0).toArray(),
                        expectedOne.raw().get(0).toArray(),
                        1e-5,
                        "target " + t);
            }
        }
    }

    @Test
    void aTargetOfTheWrongShapeIsRefused() {
        Target wrong = Target.of("all logits", outputs -> outputs.get("logits"));
        assertThatThrownBy(() -> first("act", wrong, new GradCam()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'all logits' must give one number per picture, 2 in all");
    }

    @Test
    void mapsOfEverySignAndConventionCanShareAScale() {
        for (Convention convention : Convention.values()) {
            for (MapSign sign : MapSign.values()) {
                ExplainRequest shared =
                        new ExplainRequest(
                                        List.of(LayerRun.parse("act")),
                                        Layout.AUTO,
                                        List.of(logit(0), logit(0).times(0.5)),
                                        List.of(new GradCam()),
                                        Fusion.MEAN,
                                        true)
                                .withStyle(MapStyle.of(convention).with(sign));
                List<Explanation> found = explainer.explain(inputs, shared).pictures().get(0);
                String what = convention + " " + sign;
                float[] whole = found.get(0).drawn().toArray();
                float[] half = found.get(1).drawn().toArray();
                for (int i = 0; i < whole.length; i++) {
                    assertThat(whole[i]).as(what).isBetween(sign == MapSign.SIGNED ? -1f : 0f, 1f);
                    // what the cubic overshoots is cut off
                    float expected = Math.abs(whole[i]) < 1 ? whole[i] / 2 : half[i];
                    assertThat(half[i])
                            .as(what)
                            .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4f));
                }
            }
        }
    }

    @Test
    void captumsMapsOfSeveralLayersAreRefused() {
        ExplainRequest both =
                new ExplainRequest(
                        List.of(LayerRun.parse("act"), LayerRun.parse("mix")),
                        Layout.AUTO,
                        List.of(logit(0)),
                        List.of(new GradCam()),
                        Fusion.MEAN,
                        false);
        assertThatThrownBy(() -> both.withStyle(MapStyle.of(Convention.CAPTUM)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the maps of 2 layers cannot become one");
    }

    @Test
    void smoothingIsNotUndoneByThePicturesMirrorImage() {
        MapStyle smooth = new MapStyle(Convention.GRAD_CAM, MapSign.POSITIVE, true, false);
        ExplainRequest request =
                ExplainRequest.of("act", logit(0), new Guided(new GradCam())).withStyle(smooth);
        Explanation found = explainer.explain(inputs, request).pictures().get(0).get(0);
        Inputs mirrored = inputs.withImage(inputs.imageArray().flip(3));
        Explanation other = explainer.explain(mirrored, request).pictures().get(0).get(0);
        assertClose(
                other.heat().flipped().toArray(), found.heat().toArray(), 1e-4, "mirrored heat");
        assertClose(
                other.pixels().orElseThrow().flipped().toArray(),
                found.pixels().orElseThrow().toArray(),
                1e-4,
                "mirrored pixels");
    }
}
