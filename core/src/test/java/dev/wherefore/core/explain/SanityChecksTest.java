package dev.wherefore.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.inject.Guice;
import dev.wherefore.core.check.Check;
import dev.wherefore.core.check.CheckModule;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.check.Finding;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.Edges;
import dev.wherefore.core.method.LayerCam;
import dev.wherefore.core.metric.CentreBaseline;
import dev.wherefore.core.metric.RankCorrelation;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sanity checks of a real network's maps: what a plain loop gives. */
class SanityChecksTest {

    private static final int MAPS = 2;
    private static final int CLASSES = 10;

    private final Reference reference = Reference.of("tiny-resnet");
    private final Checks checks = Guice.createInjector(new CheckModule()).getInstance(Checks.class);

    private static ExplainRequest request(Target... targets) {
        return new ExplainRequest(
                List.of(LayerRun.parse("layer3")),
                Layout.AUTO,
                List.of(targets),
                List.of(new LayerCam(), new Edges()),
                Fusion.MEAN,
                false);
    }

    private List<Explanation> explained(ExplainRequest request, String... names) {
        List<Check> wanted = java.util.Arrays.stream(names).map(checks::get).toList();
        try (TorchScriptNetwork network = open();
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            CheckPlan plan = new CheckPlan(wanted, List.of(new CentreBaseline()));
            return explainer
                    .explain(Inputs.of(reference.input(scope)), request.withChecks(plan))
                    .pictures()
                    .get(1);
        }
    }

    private TorchScriptNetwork open() {
        return TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu());
    }

    private static Plane heat(Explanation explanation) {
        Plane measured = explanation.measured();
        float full = explanation.pixels().isPresent() && measured.max() > 0 ? measured.max() : 1;
        return measured.map(v -> v > 0 ? Math.min(1, v / full) : 0);
    }

    private static Finding found(Explanation explanation, int check) {
        return explanation.findings().orElseThrow().own().get(check);
    }

    @Test
    void randomisationIsTheMeanCorrelationOfAPlainLoop() {
        List<Explanation> found =
                explained(
                        request(ClassTarget.logit(3)),
                        "randomisation",
                        "randomisation-independent");
        List<Double> cascading = new ArrayList<>();
        List<Double> independent = new ArrayList<>();
        try (TorchScriptNetwork network = open();
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            ExplainRequest request = request(ClassTarget.logit(3));
            Plane before = heat(explainer.explain(inputs, request).pictures().get(1).get(0));
            for (int step = 0; step < RandomWeights.MOST_STEPS; step++) {
                for (boolean alone : new boolean[] {false, true}) {
                    try (RandomWeights random = new RandomWeights(network)) {
                        for (int s = alone ? step : 0; s <= step; s++) {
                            random.randomise(s);
                        }
                        Plane now =
                                heat(explainer.explain(inputs, request).pictures().get(1).get(0));
                        (alone ? independent : cascading)
                                .add(RankCorrelation.of(before, now).orElse(0));
                    }
                }
            }
        }
        assertThat(found(found.get(0), 0).value().orElseThrow())
                .isCloseTo(mean(cascading), within(1e-3));
        assertThat(found(found.get(0), 1).value().orElseThrow())
                .isCloseTo(mean(independent), within(1e-3));
        assertThat(mean(cascading)).isLessThan(0.6);
        assertThat(found(found.get(0), 0).curves().get(0).values().get(1))
                .isCloseTo(cascading.get(0), within(1e-3));
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void mapsThatLookAtNoWeightStayThemselves() {
        List<Explanation> found =
                explained(
                        request(ClassTarget.logit(3)),
                        "randomisation",
                        "randomisation-independent",
                        "random-target");
        Explanation edges = found.get(1);
        for (int check = 0; check < 3; check++) {
            assertThat(found(edges, check).value().orElseThrow()).isCloseTo(1, within(1e-9));
            assertThat(edges.findings().orElseThrow().baselines().get("centre"))
                    .allMatch(f -> f.value().orElseThrow() == 1);
        }
    }

    @Test
    void anotherTargetIsOneOfTheOtherClasses() {
        Explanation found = explained(request(ClassTarget.logit(3)), "random-target").get(0);
        Target[] all =
                IntStream.range(0, CLASSES).mapToObj(ClassTarget::logit).toArray(Target[]::new);
        List<Explanation> each = explained(request(all));
        Plane own = heat(each.get(3 * MAPS));
        double value = found(found, 0).value().orElseThrow();
        assertThat(IntStream.range(0, CLASSES).filter(c -> c != 3))
                .anyMatch(
                        c ->
                                Math.abs(
                                                RankCorrelation.of(own, heat(each.get(c * MAPS)))
                                                                .orElse(0)
                                                        - value)
                                        < 1e-3);
        assertThat(value).isLessThan(0.99);
        assertThat(found(explained(request(ClassTarget.logit(3)), "random-target").get(0), 0))
                .isEqualTo(found(found, 0));
    }
}
