package dev.wherefore.classification.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.UserError;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.PagePart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The experiments with the bundled classifier on a few scenes: their outcomes are known. */
class SceneDiagnosesTest {

    @Test
    void camAndGradCamGiveTheSameHeatmapsAndTheirMeansTheLogitsBias() {
        DiagnosisPage page = Diagnosed.by("cam-is-grad-cam.yaml", "scenes.count=40");
        Map<String, Double> numbers = page.numbers();
        assertThat(numbers.get("maps")).isGreaterThan(80);
        assertThat(numbers.get("places")).isEqualTo(256);
        assertThat(numbers.get("largest-heatmap-difference")).isLessThan(1e-5);
        // kinds come more than once in so many scenes
        assertThat(numbers.get("largest-bias-spread")).isBetween(1e-9, 1e-4);
        assertThat(Diagnosed.table(page, "bias")).hasSize(16);
        assertThat(Diagnosed.pictures(page)).containsExactly("maps");
    }

    @Test
    void behindTheLastLayerNoReluIsLeftToGuideAndAtEarlierOnesItMatters() {
        DiagnosisPage page =
                Diagnosed.by("ablations.yaml", "scenes.count=16", "explain.layers=[layer2,layer3]");
        for (String variant : List.of("guided", "deconvnet", "max-pooling")) {
            assertThat(page.numbers().get("layer3/" + variant + "/localisation"))
                    .isEqualTo(page.numbers().get("layer3/grad-cam/localisation"));
        }
        assertThat(ablation(page, "layer3", "guided")).isEqualTo(ablation(page, "layer3", "Grad"));
        assertThat(ablation(page, "layer2", "guided"))
                .isNotEqualTo(ablation(page, "layer2", "Grad"));
        assertThat(ablation(page, "layer3", "without"))
                .isNotEqualTo(ablation(page, "layer3", "Grad"));
    }

    private static List<String> ablation(DiagnosisPage page, String layer, String variant) {
        List<String> found =
                Diagnosed.table(page, "ablations").stream()
                        .filter(row -> row.get(0).equals(layer) && row.get(1).startsWith(variant))
                        .findFirst()
                        .orElseThrow();
        return found.subList(2, found.size());
    }

    @Test
    void removingWhatTheCounterfactualMapShowsRaisesTheScoreMoreThanRemovingByLot() {
        Map<String, Double> numbers =
                Diagnosed.by("counterfactual.yaml", "scenes.count=8", "shares=[0.1]").numbers();
        double lot = numbers.getOrDefault("by lot/0.10/rise", Double.NaN);
        assertThat(numbers.get("counterfactual/0.10/rise")).isGreaterThan(0).isGreaterThan(lot);
        assertThat(numbers.get("grad-cam/0.10/rise")).isLessThan(lot - 5);
    }

    @Test
    void gradCamTellsTwoThingsApartAndNoiseDoesNot() {
        Map<String, Double> numbers =
                Diagnosed.by(
                                "discrimination.yaml",
                                "scenes.count=100",
                                "explain.methods=[grad-cam,deconvnet]")
                        .numbers();
        assertThat(numbers.get("scenes-with-two-things")).isGreaterThan(8);
        assertThat(numbers.get("grad-cam/told-right")).isGreaterThan(0.95);
        assertThat(numbers.get("random/told-right")).isCloseTo(0.5, within(0.1));
    }

    @Test
    void aBirdThatIsMissedBehindATrafficLightIsAMistakeWithItsMaps() {
        DiagnosisPage page = Diagnosed.by("failures.yaml", "scenes.seed=252", "scenes.count=1");
        assertThat(page.numbers().get("misses-what-is-there")).isEqualTo(1);
        assertThat(page.numbers().get("sees-what-is-not-there")).isZero();
        List<String> mistake = Diagnosed.table(page, "mistakes").get(0);
        assertThat(mistake).contains("252", "misses", "bird", "traffic light");
        assertThat(Double.parseDouble(mistake.get(4))).isBetween(0.9, 0.93);
        assertThat(Diagnosed.pictures(page)).containsExactly("mistakes");
    }

    @Test
    void whatIsSeenAndNotThereIsAMistakeToo() {
        DiagnosisPage page = Diagnosed.by("failures.yaml", "scenes.seed=393", "scenes.count=1");
        assertThat(page.numbers().get("sees-what-is-not-there")).isEqualTo(1);
        assertThat(sentences(page)).contains("a dog taken for a person (1)");
    }

    @Test
    void whereThereIsNoMistakeThePageSaysSo() {
        DiagnosisPage page = Diagnosed.by("failures.yaml", "scenes.seed=0", "scenes.count=1");
        assertThat(sentences(page)).contains("There is no mistake to explain.");
        assertThat(Diagnosed.pictures(page)).isEmpty();
    }

    @Test
    void theFirstFigureShowsTheFirstSceneWithBothKinds() {
        DiagnosisPage page = Diagnosed.by("figure-1.yaml");
        assertThat(page.numbers().get("dog/grad-cam/pointing-game")).isEqualTo(1);
        assertThat(page.numbers().get("cat/grad-cam/pointing-game")).isEqualTo(1);
        assertThat(sentences(page)).startsWith("Scene 1, ");
        assertThat(Diagnosed.pictures(page)).containsExactly("figure");
    }

    @Test
    void channelsAreNamedForWhatTheyFireOnAndSpeakForIt() {
        DiagnosisPage page =
                Diagnosed.by("textual.yaml", "scenes.count=60", "told=2", "channels=1");
        assertThat(page.numbers().get("channels")).isEqualTo(88);
        assertThat(page.numbers().get("named-channels")).isBetween(60.0, 88.0);
        // sixteen kinds and a dozen colours: by chance it would be one in 28
        assertThat(page.numbers().get("strongest-channel-bears-the-name")).isGreaterThan(0.4);
        assertThat(sentences(page).lines().filter(line -> line.startsWith("Scene ")))
                .hasSize(2)
                .allMatch(line -> line.contains("For it spoke most: channel "));
    }

    private static String sentences(DiagnosisPage page) {
        StringBuilder text = new StringBuilder();
        for (PagePart part : page.parts()) {
            if (part instanceof PagePart.Paragraph paragraph) {
                text.append(paragraph.text()).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void whatDoesNotFitIsSaidAtItsKey() {
        refused("none of the 1 scenes shows both a cat and a dog", "figure-1", "scenes.count=1");
        refused(
                "explain.methods: the diagnosis 'cam-is-grad-cam' brings its own",
                "cam-is-grad-cam",
                "explain.methods=[layer-cam]");
        refused(
                "explain.methods: mistakes are explained by one method",
                "failures",
                "explain.methods=[grad-cam,layer-cam]");
        refused(
                "explain.layers: channels of one layer are named",
                "textual",
                "explain.layers=[layer2,layer3]");
        refused("shares: must be above 0", "counterfactual", "shares=[1]");
    }

    private static void refused(String message, String config, String setting) {
        assertThatThrownBy(() -> Diagnosed.by(config + ".yaml", setting))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }
}
