package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments of {@code configs/experiments} on a few scenes: their outcomes are known. */
class DiagnoseCommandTest {

    @TempDir Path folder;

    private Outcome diagnose(String name, String... settings) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "diagnose",
                                Reference.root()
                                        .resolve("configs/experiments/" + name + ".yaml")
                                        .toString(),
                                "--out",
                                folder.resolve("out").toString()));
        for (String setting : settings) {
            args.addAll(List.of("--set", setting));
        }
        return Outcome.of(args.toArray(String[]::new));
    }

    private JsonNode numbers(String name, String... settings) throws IOException {
        Outcome outcome = diagnose(name, settings);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(folder.resolve("out/page.md")).isNotEmptyFile();
        JsonNode result =
                new ObjectMapper().readTree(folder.resolve("out/diagnosis.json").toFile());
        return result.path("numbers");
    }

    @Test
    void camAndGradCamGiveTheSameHeatmapsAndTheirMeansTheLogitsBias() throws IOException {
        JsonNode numbers = numbers("cam-is-grad-cam", "scenes.count=40");
        assertThat(numbers.path("maps").asInt()).isGreaterThan(80);
        assertThat(numbers.path("places").asInt()).isEqualTo(256);
        assertThat(numbers.path("largest-heatmap-difference").asDouble()).isLessThan(1e-5);
        // kinds come more than once in so many scenes
        assertThat(numbers.path("largest-bias-spread").asDouble()).isBetween(1e-9, 1e-4);
        assertThat(folder.resolve("out/bias.csv")).content().contains("bus,").contains("house,");
        assertThat(folder.resolve("out/maps.png")).isNotEmptyFile();
    }

    @Test
    void behindTheLastLayerNoReluIsLeftToGuideAndAtEarlierOnesItMatters() throws IOException {
        JsonNode numbers =
                numbers("ablations", "scenes.count=16", "explain.layers=[layer2,layer3]");
        for (String variant : List.of("guided", "deconvnet", "max-pooling")) {
            assertThat(numbers.path("layer3/" + variant + "/localisation").asDouble())
                    .isEqualTo(numbers.path("layer3/grad-cam/localisation").asDouble());
        }
        String table = Files.readString(folder.resolve("out/ablations.csv"));
        assertThat(row(table, "layer3,guided")).isEqualTo(row(table, "layer3,Grad-CAM"));
        assertThat(row(table, "layer2,guided")).isNotEqualTo(row(table, "layer2,Grad-CAM"));
        assertThat(row(table, "layer3,without")).isNotEqualTo(row(table, "layer3,Grad-CAM"));
    }

    private static String row(String table, String start) {
        String line = table.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
        return line.substring(line.indexOf('"'));
    }

    @Test
    void removingWhatTheCounterfactualMapShowsRaisesTheScoreMoreThanRemovingByLot()
            throws IOException {
        JsonNode numbers = numbers("counterfactual", "scenes.count=8", "shares=[0.1]");
        double against = numbers.path("counterfactual/0.10/rise").asDouble();
        double lot = numbers.path("by lot/0.10/rise").asDouble();
        assertThat(against).isGreaterThan(0).isGreaterThan(lot);
        assertThat(numbers.path("grad-cam/0.10/rise").asDouble()).isLessThan(lot - 5);
    }

    @Test
    void gradCamTellsTwoThingsApartAndNoiseDoesNot() throws IOException {
        JsonNode numbers =
                numbers(
                        "discrimination",
                        "scenes.count=100",
                        "explain.methods=[grad-cam,deconvnet]");
        assertThat(numbers.path("scenes-with-two-things").asInt()).isGreaterThan(8);
        assertThat(numbers.path("grad-cam/told-right").asDouble()).isGreaterThan(0.95);
        assertThat(numbers.path("random/told-right").asDouble()).isCloseTo(0.5, within(0.1));
    }

    @Test
    void aBirdThatIsMissedBehindATrafficLightIsAMistakeWithItsMaps() throws IOException {
        JsonNode numbers = numbers("failures", "scenes.seed=252", "scenes.count=1");
        assertThat(numbers.path("misses-what-is-there").asInt()).isEqualTo(1);
        assertThat(numbers.path("sees-what-is-not-there").asInt()).isZero();
        assertThat(folder.resolve("out/mistakes.csv"))
                .content()
                .contains("0,252,misses,bird,0.9")
                .endsWith(",traffic light\n");
        assertThat(folder.resolve("out/mistakes.png")).isNotEmptyFile();
    }

    @Test
    void whereThereIsNoMistakeThePageSaysSo() throws IOException {
        numbers("failures", "scenes.seed=0", "scenes.count=1");
        assertThat(folder.resolve("out/page.md")).content().contains("There is no mistake");
        assertThat(folder.resolve("out/mistakes.png")).doesNotExist();
    }

    @Test
    void theFirstFigureShowsTheFirstSceneWithBothKinds() throws IOException {
        JsonNode numbers = numbers("figure-1");
        assertThat(numbers.path("dog/grad-cam/pointing-game").asDouble()).isEqualTo(1);
        assertThat(numbers.path("cat/grad-cam/pointing-game").asDouble()).isEqualTo(1);
        assertThat(folder.resolve("out/page.md")).content().contains("Scene 1, ");
        assertThat(folder.resolve("out/figure.png")).isNotEmptyFile();
    }

    @Test
    void channelsAreNamedForWhatTheyFireOnAndSpeakForIt() throws IOException {
        JsonNode numbers = numbers("textual", "scenes.count=60", "told=2", "channels=1");
        assertThat(numbers.path("channels").asInt()).isEqualTo(88);
        assertThat(numbers.path("named-channels").asInt()).isBetween(60, 88);
        // sixteen kinds and a dozen colours: by chance it would be one in 28
        assertThat(numbers.path("strongest-channel-bears-the-name").asDouble()).isGreaterThan(0.4);
        assertThat(Files.readString(folder.resolve("out/page.md")).lines())
                .filteredOn(line -> line.startsWith("Scene "))
                .hasSize(2)
                .allMatch(line -> line.contains("For it spoke most: channel "));
    }

    @Test
    void whatDoesNotFitIsSaidAtItsKeyAndNothingIsWritten() {
        diagnose("figure-1", "kinds=[cat,dgo]")
                .assertRefused("kinds.1: the network knows no kind 'dgo'; did you mean 'dog'?");
        diagnose("figure-1", "kinds=[cat,dog]", "scenes.count=1")
                .assertRefused("scenes: none of the 1 scenes shows both a cat and a dog");
        diagnose("cam-is-grad-cam", "explain.methods=[layer-cam]")
                .assertRefused("explain.methods: the diagnosis 'cam-is-grad-cam' brings its own");
        diagnose("failures", "explain.methods=[grad-cam,layer-cam]")
                .assertRefused("explain.methods: mistakes are explained by one method");
        diagnose("textual", "explain.layers=[layer2,layer3]")
                .assertRefused("explain.layers: channels of one layer are named");
        diagnose("counterfactual", "shares=[1]").assertRefused("shares must be above 0");
        diagnose("failures", "diagnosis=failure").assertRefused("did you mean 'failures'?");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
