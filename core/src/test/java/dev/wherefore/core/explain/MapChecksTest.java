package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static dev.wherefore.core.support.Closeness.largestDifference;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.inject.Guice;
import dev.wherefore.core.check.Check;
import dev.wherefore.core.check.CheckModule;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.CheckedMap;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.check.Finding;
import dev.wherefore.core.check.PictureChange;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.LayerCam;
import dev.wherefore.core.metric.CentreBaseline;
import dev.wherefore.core.metric.Correlation;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.metric.RandomBaseline;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What checks are told of a real network: the same as passes made for them alone. */
class MapChecksTest {

    private final Reference reference = Reference.of("tiny-resnet");
    private final Checks checks = Guice.createInjector(new CheckModule()).getInstance(Checks.class);

    /** A check made of a function. */
    private record Asking(ToDoubleFunction<CheckedMap> question) implements Check {

        @Override
        public MetricCard card() {
            return new MetricCard("asking", "asking", "", 0, 1, true, "");
        }

        @Override
        public String passes() {
            return "some";
        }

        @Override
        public Finding of(CheckedMap map) {
            return Finding.of(question.applyAsDouble(map));
        }
    }

    private ExplainRequest request(CheckPlan plan) {
        List<Target> targets = List.of(ClassTarget.logit(3), ClassTarget.logit(5));
        return new ExplainRequest(
                        List.of(LayerRun.parse("layer3")),
                        Layout.AUTO,
                        targets,
                        List.of(new GradCam(), new LayerCam()),
                        Fusion.MEAN,
                        false)
                .withChecks(plan);
    }

    private List<List<Explanation>> explained(CheckPlan plan) {
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path("scripted.pt"), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            return explainer.explain(Inputs.of(reference.input(scope)), request(plan)).pictures();
        }
    }

    private static double first(Explanation explanation) {
        return explanation.findings().orElseThrow().own().get(0).value().orElseThrow();
    }

    @Test
    void confidencesAreProbabilitiesOfTheSameClass() {
        List<List<Explanation>> found =
                explained(new CheckPlan(List.of(new Asking(CheckedMap::confidence)), List.of()));
        for (int picture = 0; picture < 2; picture++) {
            assertThat(found.get(picture)).hasSize(4);
            for (Explanation explanation : found.get(picture)) {
                assertThat(first(explanation)).isBetween(0.0, 1.0);
            }
            // both classes of a softmax: their logits differ by the logarithms' difference
            double third = Math.log(first(found.get(picture).get(0)));
            double fifth = Math.log(first(found.get(picture).get(2)));
            float logits = found.get(picture).get(0).score() - found.get(picture).get(2).score();
            assertThat(third - fifth).isCloseTo(logits, org.assertj.core.data.Offset.offset(1e-3));
        }
    }

    @Test
    void mapsOfTheUnchangedPictureAreTheMapsThatAreChecked() {
        Check alone = new Asking(map -> largestDifference(map.heat(), map.mapOf(map.picture())));
        Check together =
                new Asking(map -> largestDifference(map.heat(), map.mapAfter(PictureChange.NONE)));
        Check mirrored =
                new Asking(
                        map ->
                                largestDifference(
                                        map.mapOf(map.picture().flipped()),
                                        map.mapAfter(new PictureChange.Mirror())));
        List<List<Explanation>> found =
                explained(
                        new CheckPlan(
                                List.of(alone, together, mirrored), List.of(new CentreBaseline())));
        for (Explanation explanation : found.get(1)) {
            MapFindings findings = explanation.findings().orElseThrow();
            for (Finding finding : findings.own()) {
                assertThat(finding.value().orElseThrow()).isLessThan(1e-4);
            }
            assertThat(findings.baselines().getOrDefault("centre", List.of()))
                    .allMatch(finding -> finding.value().orElseThrow() == 0);
        }
    }

    @Test
    void onlyWhatIsAskedForIsChecked() {
        CheckPlan plan =
                new CheckPlan(List.of(checks.get("drop")), List.of())
                        .only((picture, target) -> picture == 1 && target == 0);
        List<List<Explanation>> found = explained(plan);
        assertThat(found.get(0)).allMatch(e -> e.findings().isEmpty());
        assertThat(found.get(1).subList(0, 2)).allMatch(e -> e.findings().isPresent());
        assertThat(found.get(1).subList(2, 4)).allMatch(e -> e.findings().isEmpty());
        assertThat(explained(CheckPlan.NONE).get(0)).allMatch(e -> e.findings().isEmpty());
    }

    @Test
    void allChecksGiveNumbersOfTheirRangeAlikeEachTime() {
        List<Check> all = checks.names().stream().map(checks::get).toList();
        CheckPlan plan = new CheckPlan(all, List.of(new CentreBaseline(), new RandomBaseline()));
        List<List<Explanation>> found = explained(plan);
        List<List<Explanation>> again = explained(plan);
        for (int picture = 0; picture < 2; picture++) {
            for (int i = 0; i < found.get(picture).size(); i++) {
                MapFindings findings = found.get(picture).get(i).findings().orElseThrow();
                MapFindings second = again.get(picture).get(i).findings().orElseThrow();
                assertThat(findings.baselines()).containsOnlyKeys("centre", "random");
                for (int c = 0; c < all.size(); c++) {
                    MetricCard card = all.get(c).card();
                    double value = findings.own().get(c).value().orElseThrow();
                    assertThat(value).as(card.name()).isBetween(card.least(), card.most());
                    assertClose(
                            new float[] {(float) second.own().get(c).value().orElseThrow()},
                            new float[] {(float) value},
                            1e-3,
                            card.name());
                }
            }
        }
        assertThat(Correlation.of(found.get(0).get(0).heat(), found.get(0).get(0).heat()))
                .hasValue(1);
    }
}
