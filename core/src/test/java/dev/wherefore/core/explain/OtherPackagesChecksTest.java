package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.inject.Guice;
import dev.wherefore.core.check.CheckModule;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.check.Finding;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.experiment.NpzFile;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.metric.Baseline;
import dev.wherefore.core.metric.RankCorrelation;
import dev.wherefore.core.metric.Sight;
import dev.wherefore.core.metric.StructuralSimilarity;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Deletion and insertion as torch-cam 0.5.0 has them, similarity as Quantus 0.6.0 has it. */
class OtherPackagesChecksTest {

    private static final int POINTS = 11;

    /** The logit itself: with weights from a formula, probabilities are all but 0 and 1. */
    private static final Target LOGIT =
            Target.of("logit", outputs -> outputs.main().get(":, {}", 3));

    private static final double CLOSE = 1e-4;

    private final Reference reference = Reference.of("tiny-resnet");
    private final Map<String, NpyArray> arrays =
            NpzFile.read(Reference.root().resolve("test-data/reference/tiny-resnet/checks.npz"));

    private float[] numbers(String name) {
        return Objects.requireNonNull(arrays.get(name), name).toFloats();
    }

    private Plane plane(String name) {
        float[] numbers = numbers(name);
        int side = (int) Math.sqrt(numbers.length);
        return Plane.of(side, side, numbers);
    }

    /** The map that torch-cam was given, at the pictures' own size. */
    private record Given(Plane plane) implements Baseline {

        @Override
        public String name() {
            return "given";
        }

        @Override
        public String meaning() {
            return "a map of which no two places are alike";
        }

        @Override
        public Plane map(Sight sight) {
            return plane;
        }
    }

    @Test
    void deletionAndInsertionHaveTheCurvesOfTorchCam() {
        Checks checks = Guice.createInjector(new CheckModule()).getInstance(Checks.class);
        CheckPlan plan =
                new CheckPlan(
                        List.of(checks.get("deletion"), checks.get("insertion")),
                        List.of(new Given(plane("map"))));
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            ExplainRequest request =
                    ExplainRequest.of("layer3", LOGIT, new GradCam()).withChecks(plan);
            List<List<Explanation>> found =
                    explainer.explain(Inputs.of(corner(scope)), request).pictures();
            for (int picture = 0; picture < 2; picture++) {
                List<Finding> given =
                        found.get(picture)
                                .get(0)
                                .findings()
                                .orElseThrow()
                                .baselines()
                                .getOrDefault("given", List.of());
                assertThat(given).hasSize(2);
                assertCurve(given.get(0), "torch-cam/deletion", picture);
                assertCurve(given.get(1), "torch-cam/insertion", picture);
            }
        }
    }

    /** 80 places by 80: of them a tenth is a whole number, so both packages cover the same ones. */
    private NDArray corner(NDManager scope) {
        return reference.input(scope).get(":, :, :80, :80");
    }

    private void assertCurve(Finding found, String name, int picture) {
        List<Double> values = found.curves().get(0).values();
        float[] expected = numbers(name);
        assertThat(values).hasSize(POINTS);
        for (int point = 0; point < POINTS; point++) {
            assertThat(values.get(point))
                    .as(name + " " + point)
                    .isCloseTo(expected[picture * POINTS + point], within(CLOSE));
        }
        float[] shares = new float[POINTS];
        for (int point = 0; point < POINTS; point++) {
            shares[point] = found.curves().get(0).shares().get(point).floatValue();
        }
        assertClose(shares, numbers("torch-cam/fractions"), 1e-6, "fractions");
    }

    @Test
    void correlationAndSimilarityAfterRandomisationAreThoseOfQuantus() {
        Plane before = plane("quantus/before");
        Plane after = plane("quantus/after");
        assertThat(RankCorrelation.of(before, after).orElse(0))
                .isCloseTo(numbers("quantus/spearman")[0], within(1e-6));
        assertThat(StructuralSimilarity.of(before, after))
                .isCloseTo(numbers("quantus/ssim")[0], within(1e-5));
    }
}
