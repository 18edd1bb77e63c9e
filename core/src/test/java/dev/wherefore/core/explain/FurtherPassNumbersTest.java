package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.inject.Guice;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.MethodSettings;
import dev.wherefore.core.method.MethodSettings.Integral;
import dev.wherefore.core.method.MethodSettings.MaskOrder;
import dev.wherefore.core.method.MethodSettings.Masking;
import dev.wherefore.core.method.MethodSettings.Noise;
import dev.wherefore.core.method.MethodSettings.Occluding;
import dev.wherefore.core.method.MethodSettings.Quadrature;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Methods that need further passes, against what the grad-cam package, torch-cam and Captum give.
 */
class FurtherPassNumbersTest {

    private static final int STEPS = 50;

    private final Methods methods =
            Guice.createInjector(new MethodModule()).getInstance(Methods.class);

    Device device() {
        return Device.cpu();
    }

    double tolerance() {
        return 1e-4;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "tiny-resnet, traced.pt, layer3, 3, 'score-cam ablation-cam'",
        "tiny-resnet, scripted.pt, layer3, 3, 'score-cam ablation-cam'",
        "tiny-vgg, traced.pt, features.9, 5, 'score-cam ablation-cam'",
        "tiny-vgg, scripted.pt, features.9, 5, 'score-cam ablation-cam'",
        "tiny-vit, traced.pt, blocks.1.norm1, 2, score-cam",
        "tiny-vit, scripted.pt, blocks.1.norm1, 2, score-cam"
    })
    void scoreAndAblationCamAgreeWithTheGradCamPackage(
            String name, String file, String layer, int target, String names) {
        Reference reference = Reference.of(name);
        Assumptions.assumeTrue(
                reference.has(layer + "/scaled/score-cam"),
                "skipped: Score-CAM's numbers are in the whole reference alone; set"
                        + " WHEREFORE_REFERENCE");
        try (Explained explained = new Explained(reference, file, layer, target)) {
            for (String method : names.split(" ", -1)) {
                String scaled = layer + "/scaled/" + method;
                float[] heat = explained.by(method, MethodSettings.USUAL, e -> e.heat().toArray());
                assertClose(heat, reference.floats(scaled), tolerance(), scaled);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"tiny-resnet, layer3, 3", "tiny-vgg, features.9, 5"})
    void numbersAgreeWithCaptum(String name, String layer, int target) {
        Map<String, NpyArray> more = Reference.of(name).furtherArrays();
        try (Explained explained =
                new Explained(Reference.of(name), "scripted.pt", layer, target)) {
            assertClose(
                    explained.by(
                            "input-x-gradient",
                            MethodSettings.USUAL,
                            FurtherPassNumbersTest::pixels),
                    numbers(more, "captum/input-x-gradient"),
                    tolerance(),
                    "input x gradient");
            assertClose(
                    explained.by(
                            "integrated-gradients",
                            MethodSettings.USUAL,
                            FurtherPassNumbersTest::pixels),
                    numbers(more, "captum/integrated-gradients-50-gauss-legendre"),
                    tolerance(),
                    "integrated gradients");
            float[] error =
                    explained.by(
                            "integrated-gradients",
                            MethodSettings.USUAL,
                            e -> new float[] {e.completenessError().orElseThrow()});
            float[] delta = numbers(more, "captum/integrated-gradients-delta");
            for (int i = 0; i < delta.length; i++) {
                assertThat((double) error[i])
                        .isCloseTo(delta[i], org.assertj.core.api.Assertions.within(1e-3));
            }
            MethodSettings occluding =
                    settings(
                            new Occluding(List.of(16), List.of(8), Fill.ZERO),
                            Integral.USUAL,
                            MaskOrder.ENLARGE_FIRST);
            float[] expected = numbers(more, "captum/occlusion-window16-stride8-zero");
            float[] found = explained.by("occlusion", occluding, e -> e.raw().get(0).toArray());
            assertClose(found, firstChannels(expected, found.length), tolerance(), "occlusion");
        }
    }

    /**
     * Captum's trapezoid has n points a (n - 1)th apart, and weighs them as if they were an nth.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"tiny-resnet, layer3, 3", "tiny-vgg, features.9, 5"})
    void theTrapezoidsNumbersAreCaptumsButForItsWeightsWhichAddUpToLessThanOne(
            String name, String layer, int target) {
        Map<String, NpyArray> more = Reference.of(name).furtherArrays();
        try (Explained explained =
                new Explained(Reference.of(name), "scripted.pt", layer, target)) {
            MethodSettings trapezoid =
                    settings(
                            Occluding.USUAL,
                            new Integral(STEPS, Quadrature.TRAPEZOID),
                            MaskOrder.ENLARGE_FIRST);
            float[] found =
                    explained.by("integrated-gradients", trapezoid, FurtherPassNumbersTest::pixels);
            for (int i = 0; i < found.length; i++) {
                found[i] *= (STEPS - 1f) / STEPS;
            }
            assertClose(
                    found,
                    numbers(more, "captum/integrated-gradients-50-riemann-trapezoid"),
                    tolerance(),
                    "trapezoid");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"tiny-resnet, layer3, 3", "tiny-vgg, features.9, 5"})
    void scoreCamAndItsIntegralAgreeWithTorchCam(String name, String layer, int target) {
        Map<String, NpyArray> more = Reference.of(name).furtherArrays();
        try (Explained explained =
                new Explained(Reference.of(name), "scripted.pt", layer, target)) {
            MethodSettings spread =
                    settings(Occluding.USUAL, Integral.USUAL, MaskOrder.SPREAD_FIRST);
            for (String method : List.of("score-cam", "is-cam")) {
                float[] found = explained.by(method, spread, e -> normalised(e.raw().get(0)));
                assertClose(found, numbers(more, "torch-cam/" + method), tolerance(), method);
            }
        }
    }

    /** Faster-Score-CAM's choice, written out: what is left out weighs nothing. */
    @Test
    void fewChannelsAreThoseThatVaryMostAndAllOfThemAreAll() {
        try (Explained explained =
                new Explained(Reference.of("tiny-vgg"), "scripted.pt", "features.9", 5)) {
            float[] all = explained.by("score-cam", tried(0), e -> e.raw().get(0).toArray());
            float[] many = explained.by("score-cam", tried(1000), e -> e.raw().get(0).toArray());
            assertThat(many).isEqualTo(all);
            float[] one = explained.by("score-cam", tried(1), e -> e.raw().get(0).toArray());
            // of one channel the weight is 1, and the map is the channel itself
            NpyArray activation = Reference.of("tiny-vgg").array("features.9/activation");
            assertClose(one, mostVarying(activation), 1e-4, "the channel that varies most");
        }
    }

    private static MethodSettings tried(int channels) {
        return new MethodSettings(
                1,
                Occluding.USUAL,
                Masking.USUAL,
                Noise.USUAL,
                Integral.USUAL,
                5,
                MaskOrder.ENLARGE_FIRST,
                channels);
    }

    /** For each picture of {@code (B, C, h, w)} the channel of the largest variance. */
    private static float[] mostVarying(NpyArray activation) {
        float[] values = activation.toFloats();
        int pictures = activation.shape().get(0);
        int channels = activation.shape().get(1);
        int places = activation.shape().get(2) * activation.shape().get(3);
        float[] found = new float[pictures * places];
        for (int picture = 0; picture < pictures; picture++) {
            double most = -1;
            for (int c = 0; c < channels; c++) {
                int from = (picture * channels + c) * places;
                float[] own = Arrays.copyOfRange(values, from, from + places);
                double mean = 0;
                double squares = 0;
                for (float value : own) {
                    mean += value / (double) places;
                    squares += (double) value * value / places;
                }
                if (squares - mean * mean > most) {
                    most = squares - mean * mean;
                    System.arraycopy(own, 0, found, picture * places, places);
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ss-cam", "rise", "smooth-grad", "var-grad", "random-cam"})
    void chanceIsRepeatableAndBelongsToTheSeed(String method) {
        try (Explained explained =
                new Explained(Reference.of("tiny-vgg"), "scripted.pt", "features.9", 5)) {
            float[] once = explained.by(method, seeded(3), e -> e.heat().toArray());
            float[] again = explained.by(method, seeded(3), e -> e.heat().toArray());
            float[] other = explained.by(method, seeded(4), e -> e.heat().toArray());
            // a GPU adds in no certain order
            assertClose(again, once, tolerance() / 100, method);
            assertThat(Arrays.equals(other, once)).isFalse();
        }
    }

    private static MethodSettings seeded(long seed) {
        return new MethodSettings(
                seed,
                Occluding.USUAL,
                new Masking(20, 4, 0.5),
                new Noise(3, 0.15),
                Integral.USUAL,
                5,
                MaskOrder.ENLARGE_FIRST,
                0);
    }

    private static MethodSettings settings(
            Occluding occluding, Integral integral, MaskOrder order) {
        return new MethodSettings(1, occluding, Masking.USUAL, Noise.USUAL, integral, 5, order, 0);
    }

    /** As torch-cam leaves a map, at the layer's size. */
    private static float[] normalised(Plane raw) {
        Plane positive = raw.map(v -> Math.max(v, 0));
        float range = positive.max() - positive.min() + 1e-8f;
        return positive.map(v -> (v - positive.min()) / range).toArray();
    }

    private static float[] pixels(Explanation explanation) {
        return explanation.pixels().orElseThrow().toArray();
    }

    private static float[] numbers(Map<String, NpyArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name).toFloats();
    }

    /** The first of each picture's channels, which are all alike. */
    private static float[] firstChannels(float[] all, int wanted) {
        int pictures = 2;
        int plane = wanted / pictures;
        float[] first = new float[wanted];
        for (int i = 0; i < pictures; i++) {
            System.arraycopy(all, i * (all.length / pictures), first, i * plane, plane);
        }
        return first;
    }

    /** A network, and what explains it. */
    private final class Explained implements AutoCloseable {

        private final TorchScriptNetwork network;
        private final Explainer explainer;
        private final NDManager scope;
        private final Inputs inputs;
        private final String layer;
        private final int target;

        Explained(Reference reference, String file, String layer, int target) {
            this.network = TorchScriptNetwork.load(reference.path(file), device());
            this.explainer = new Explainer(network);
            this.scope = network.newScope();
            this.inputs = Inputs.of(reference.input(scope));
            this.layer = layer;
            this.target = target;
        }

        /** What is read of the explanation of each picture, one after another. */
        float[] by(String method, MethodSettings settings, Function<Explanation, float[]> read) {
            ExplainRequest request =
                    ExplainRequest.of(layer, ClassTarget.logit(target), methods.get(method))
                            .withSettings(settings);
            List<float[]> parts = new ArrayList<>();
            explainer
                    .explain(inputs, request)
                    .pictures()
                    .forEach(picture -> parts.add(read.apply(picture.get(0))));
            int length = parts.stream().mapToInt(part -> part.length).sum();
            float[] all = new float[length];
            int at = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }

        @Override
        public void close() {
            scope.close();
            explainer.close();
            network.close();
        }
    }
}
