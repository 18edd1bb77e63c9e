package dev.wherefore.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.wherefore.core.UserError;
import dev.wherefore.core.check.CheckModule;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.dataset.DataFault;
import dev.wherefore.core.dataset.UnusableRecord;
import dev.wherefore.core.evaluate.ScenesByHand.Thing;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.MetricModule;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.scene.Kind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations of maps that are known to be right or wrong, into files. */
class EvaluationTest {

    private static final Thing DOG = new Thing(Kind.DOG, Color.ORANGE, 30, 10, 60, 40);
    private static final Thing SECOND_DOG = new Thing(Kind.DOG, Color.ORANGE, 66, 44, 90, 60);
    private static final Thing CAT = new Thing(Kind.CAT, Color.BLACK, 4, 4, 14, 12);

    private static final ScenesByHand SCENES =
            new ScenesByHand()
                    .with(DOG)
                    .with(DOG, CAT)
                    .with(CAT)
                    .with(DOG, SECOND_DOG)
                    .with(new Thing(Kind.BUS, Color.RED, 0, 0, 20, 20));

    private static final Injector INJECTOR =
            Guice.createInjector(new MetricModule(), new CheckModule());

    @TempDir Path folder;

    private final KnownTask task = new KnownTask();
    private final List<String> heard = new ArrayList<>();

    private final EvaluationListener listener =
            new EvaluationListener() {
                @Override
                public void begins(int scenes, int done, List<String> facts) {
                    heard.add("begins " + scenes + " " + facts);
                }

                @Override
                public void finished(int more) {
                    heard.add("finished " + more);
                }
            };

    private TaskConfig<EvaluateConfig> config(String... settings) throws IOException {
        return config(folder, settings);
    }

    static TaskConfig<EvaluateConfig> config(Path folder, String... settings) throws IOException {
        Path file = folder.resolve("evaluate.yaml");
        Files.writeString(
                file,
                """
                task: known
                preprocess: {preset: none}
                explain: {methods: [right, wrong, silent]}
                batch: 2
                """);
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of("known"),
                                ExplainConfig.METHOD,
                                        List.of("grad-cam", "right", "wrong", "silent"),
                                EvaluateConfig.METRIC, INJECTOR.getInstance(Metrics.class).names(),
                                EvaluateConfig.BASELINE,
                                        INJECTOR.getInstance(Baselines.class).names(),
                                EvaluateConfig.CHECK, INJECTOR.getInstance(Checks.class).names()));
        return new ConfigReader(vocabulary)
                .readTask(
                        file,
                        Arrays.asList(settings),
                        EvaluateConfig.class,
                        Map.of("known", KnownTask.Keys.class));
    }

    private EvaluationResult run(String out, boolean overwrite, String... settings)
            throws IOException {
        return run(SCENES, out, overwrite, settings);
    }

    private EvaluationResult run(
            SceneSource scenes, String out, boolean overwrite, String... settings)
            throws IOException {
        return new Evaluation(
                        task,
                        config(settings),
                        scenes,
                        new EvaluationOptions(folder.resolve(out), Device.cpu(), false, overwrite),
                        INJECTOR.getInstance(Metrics.class),
                        INJECTOR.getInstance(Baselines.class),
                        INJECTOR.getInstance(Checks.class),
                        listener,
                        Map.of("Wherefore", "1"))
                .run();
    }

    private static double mean(SourceResult source, String metric) {
        Estimate found = source.metrics().getOrDefault(metric, new Estimate(-1, 0, 0, 0));
        assertThat(found.low()).isLessThanOrEqualTo(found.mean());
        assertThat(found.high()).isGreaterThanOrEqualTo(found.mean());
        assertThat(found.count()).isEqualTo(source.maps());
        return found.mean();
    }

    @Test
    void mapsCutPicturesIntoLabelsAsGoodAsTheyAre() throws IOException {
        EvaluationResult result = run("out", false, "segmentation.seeds=true");
        double[] expected = {1, 0, 21332 / 24576.0 / 3};
        // silent: nothing but background is found, which has 21332 of the pixels of four scenes
        for (int i = 0; i < expected.length; i++) {
            Estimate found = result.methods().get(i).metric("segmentation").orElseThrow();
            assertThat(found.mean()).isCloseTo(expected[i], within(1e-12));
            assertThat(found.low()).isLessThanOrEqualTo(found.mean());
            assertThat(found.count()).isEqualTo(4);
        }
        // the dog is the eighth kind, the cat the ninth
        BufferedImage seed = ImageIO.read(folder.resolve("out/seeds/right/101.png").toFile());
        assertThat(seed.getRaster().getSample(31, 11, 0)).isEqualTo(8);
        assertThat(seed.getRaster().getSample(5, 5, 0)).isEqualTo(9);
        assertThat(seed.getRaster().getSample(90, 60, 0)).isZero();
        assertThat(seed.getRGB(90, 60) & 0xffffff).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/seeds/labels.txt")).get(8))
                .isEqualTo("dog");
        assertThat(folder.resolve("out/seeds/centre")).doesNotExist();
        assertThat(result.baselines().get(0).metric("segmentation").orElseThrow().mean())
                .isBetween(0.1, 0.6);
    }

    @Test
    void picturesThatCannotBeReadAreLeftOutAndCounted() throws IOException {
        UnusableRecord torn = new UnusableRecord(DataFault.PICTURE, "it is torn");
        SceneSource holes = new Holes(SCENES, Set.of(0, 3), torn);
        EvaluationResult result = run(holes, "out", false);
        assertThat(result.scenes()).isEqualTo(3);
        assertThat(result.leftOut()).isEqualTo(Map.of(DataFault.PICTURE.what(), 2));
        assertThat(result.methods().get(0).maps()).isEqualTo(3);
        // their places among all stay: the cat of the third scene is the last map
        List<String> items = Files.readAllLines(folder.resolve("out/items.csv"));
        assertThat(items.get(items.size() - 1)).startsWith("2,102,");
        assertThat(holes.first().number()).isEqualTo(101);
    }

    @Test
    void mapsEqualToTheTruthArePerfectAndAllOthersAreNot() throws IOException {
        EvaluationResult result = run("out", false);
        assertThat(result.methods())
                .extracting(SourceResult::name)
                .containsExactly("right", "wrong", "silent");
        SourceResult right = result.methods().get(0);
        assertThat(right.maps()).isEqualTo(5);
        assertThat(mean(right, "pointing-game")).isEqualTo(1);
        assertThat(mean(right, "energy-inside")).isEqualTo(1);
        assertThat(mean(right, "box-iou")).isEqualTo(1);
        assertThat(mean(right, "localisation")).isEqualTo(1);
        assertThat(right.withoutEvidence()).isZero();
        SourceResult wrong = result.methods().get(1);
        assertThat(mean(wrong, "pointing-game")).isZero();
        assertThat(mean(wrong, "energy-inside")).isZero();
        // the whole picture's box: a dog of 900 pixels three times, a cat of 80 twice, of 6144
        assertThat(mean(wrong, "box-iou")).isCloseTo((3 * 900 + 2 * 80) / 5.0 / 6144, within(1e-9));
        SourceResult silent = result.methods().get(2);
        assertThat(silent.withoutEvidence()).isEqualTo(5);
        assertThat(mean(silent, "pointing-game")).isZero();
        assertThat(mean(silent, "box-iou")).isZero();
        assertThat(result.objectShare().orElseThrow().mean())
                .isCloseTo((2 * 900 + 2 * 80 + 900 + 24 * 16) / 5.0 / 6144, within(1e-9));
    }

    @Test
    void baselinesAreMeasuredBesideTheMethods() throws IOException {
        EvaluationResult result = run("out", false);
        assertThat(result.baselines())
                .extracting(SourceResult::name)
                .containsExactly("centre", "random");
        SourceResult centre = result.baselines().get(0);
        // the middle, (48, 32), lies on the dog of three scenes, and on no cat
        assertThat(mean(centre, "pointing-game")).isEqualTo(0.6);
        assertThat(mean(result.baselines().get(1), "energy-inside")).isBetween(0.01, 0.4);
        assertThat(run("none", false, "baselines=[]").baselines()).isEmpty();
    }

    @Test
    void theNetworksQualityIsThatOfItsScores() throws IOException {
        EvaluationResult result = run("out", false);
        LabelResult dog = result.labels().get(0);
        assertThat(dog.shown()).isEqualTo(3);
        assertThat(dog.averagePrecision()).contains(1.0);
        assertThat(dog.accuracy()).contains(1.0);
        LabelResult cat = result.labels().get(1);
        assertThat(cat.shown()).isEqualTo(2);
        // three scenes without a cat come before the two that show one: 2 of 5, as one step
        assertThat(cat.averagePrecision()).contains(0.4);
        assertThat(cat.accuracy()).contains(0.0);
        NetworkQuality quality = result.network().orElseThrow();
        assertThat(quality.meanAveragePrecision()).isCloseTo(0.7, within(1e-12));
        assertThat(quality.meanAccuracy()).isEqualTo(0.5);
        assertThat(cat.pointing()).containsEntry("right", 1.0).containsEntry("wrong", 0.0);
    }

    @Test
    void mapsOfACroppedAndEnlargedPictureAreLaidWhereTheNetworkLooked() throws IOException {
        EvaluationResult result =
                run(
                        "out",
                        false,
                        "preprocess={preset: none, resize: {shorter-side: 128}, crop: 96}");
        // the middle 48x48 of 96x64, from (24, 8): the cat and most of the second dog are cut off
        assertThat(result.outOfSight()).isEqualTo(2);
        SourceResult right = result.methods().get(0);
        assertThat(right.maps()).isEqualTo(3);
        assertThat(mean(right, "pointing-game")).isEqualTo(1);
        assertThat(mean(right, "energy-inside")).isGreaterThan(0.95);
        // enlarging blurs an edge by less than a pixel: the box grows to 32x32 at most
        assertThat(mean(right, "box-iou")).isGreaterThan(0.85);
        assertThat(mean(result.methods().get(1), "energy-inside")).isLessThan(0.05);
    }

    @Test
    void theFolderHoldsTheTablesAndTheWorst() throws IOException {
        run("out", false);
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "evaluation.json",
                            "methods.csv",
                            "methods.md",
                            "bars.png",
                            "bars.svg",
                            "kinds.csv",
                            "items.csv",
                            "failures.png");
        }
        List<String> methods = Files.readAllLines(folder.resolve("out/methods.csv"));
        assertThat(methods).hasSize(6);
        assertThat(methods.get(0))
                .startsWith("name,type,maps,without-evidence,pointing-game,pointing-game-low");
        assertThat(methods.get(1)).startsWith("right,method,5,0,1.000000,1.000000,1.000000,");
        assertThat(methods.get(4)).startsWith("centre,baseline,5,0,0.600000,");
        assertThat(Files.readAllLines(folder.resolve("out/kinds.csv")))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("cat,2,0.400000,0.000000,2,0.013021,1.000000,0.000000,");
        List<String> items = Files.readAllLines(folder.resolve("out/items.csv"));
        assertThat(items).hasSize(1 + 5 * 5);
        assertThat(items.get(1))
                .isEqualTo(
                        "0,100,scene 0,dog,0.900000,0.146484,right,true,"
                                + "1.000000,1.000000,1.000000,1.000000");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("out/evaluation.json").toFile());
        assertThat(json.path("schema").asText()).isEqualTo("wherefore/evaluation/1");
        assertThat(json.path("config").path("shared").path("batch").asInt()).isEqualTo(2);
        assertThat(
                        json.path("methods")
                                .path(0)
                                .path("metrics")
                                .path("box-iou")
                                .path("mean")
                                .asDouble())
                .isEqualTo(1);
        assertThat(ImageIO.read(folder.resolve("out/failures.png").toFile()).getWidth())
                .isGreaterThan(300);
    }

    @Test
    void theMarkdownHasTheBestOfEachColumnInBold() throws IOException {
        run("out", false, "metrics=[pointing-game, complexity]");
        List<String> lines = Files.readAllLines(folder.resolve("out/methods.md"));
        assertThat(lines)
                .contains(
                        "5 scenes made by hand.",
                        "| mean average precision | 0.700 |",
                        "|  | maps | pointing-game ↑ | complexity ↓ |",
                        "| --- | ---: | ---: | ---: |")
                .anyMatch(l -> l.startsWith("| right | 5 | **1.000** [1.000, 1.000] | **0.106** ["))
                .anyMatch(l -> l.matches("\\| silent \\| 5 \\| 0\\.000 .*"))
                .anyMatch(l -> l.startsWith("| *centre* | 5 | 0.600 ["))
                .contains("| wrong | 0.1000 | 0 | 0 |")
                .anyMatch(l -> l.startsWith("| cat | 2 | 0.400 | 0.000 | 2 | 0.013 | 1.000 |"));
        // the map of the centre marks less still, and is none of the methods
        assertThat(lines.stream().filter(l -> l.contains("**"))).hasSize(1);
    }

    @Test
    void whereNoMapMissesNoSheetIsDrawn() throws IOException {
        run("out", false);
        run("out", true, "explain.methods=right");
        assertThat(folder.resolve("out/failures.png")).doesNotExist();
        run("few", false, "failures=0");
        assertThat(folder.resolve("few/failures.png")).doesNotExist();
        assertThat(folder.resolve("few/evaluation.json")).exists();
    }

    @Test
    void theSameConfigGivesTheSameFiles() throws IOException {
        run("first", false);
        run("second", false);
        for (String file : List.of("evaluation.json", "methods.csv", "kinds.csv", "items.csv")) {
            assertThat(folder.resolve("first").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("second").resolve(file));
        }
    }

    @Test
    void scenesGoThroughInBatchesAndAreCounted() throws IOException {
        run("out", false);
        assertThat(task.batches).containsExactly(2, 2, 1);
        assertThat(heard)
                .containsExactly(
                        "begins 5 [the truth is known]", "finished 2", "finished 2", "finished 1");
        assertThat(task.closed).isEqualTo(1);
    }

    @Test
    void aTakenFolderIsRefusedBeforeAnythingIsMeasured() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/mine.txt"), "mine");
        assertThatThrownBy(() -> run("out", false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not empty; replace its results by --overwrite");
        assertThat(task.batches).isEmpty();
        run("out", true);
        assertThat(folder.resolve("out/mine.txt")).hasContent("mine");
        assertThatThrownBy(() -> run("evaluate.yaml", false)).hasMessageContaining("is a file");
    }

    @Test
    void aCheckThatTheNetworkCannotStandIsRefusedBeforeAnythingIsExplained() {
        task.refusal = Optional.of("there are no weights");
        assertThatThrownBy(() -> run("out", false, "checks=[road, randomisation]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("checks.1: there are no weights");
        assertThat(task.batches).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(task.closed).isEqualTo(1);
    }

    @Test
    void mistakesInTheConfigAreRefusedAtTheirKey() {
        assertThatThrownBy(() -> config("metrics=pointing-gme"))
                .hasMessageContaining("metrics")
                .hasMessageContaining("did you mean 'pointing-game'");
        assertThatThrownBy(() -> config("checks=[rod]"))
                .hasMessageContaining("did you mean 'road'");
        assertThatThrownBy(() -> config("scenes.checked=0")).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> config("baselines=center"))
                .hasMessageContaining("did you mean 'centre'");
        assertThatThrownBy(() -> config("batch=0")).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> config("metrics=[box-iou, box-iou]"))
                .hasMessageContaining("must name each once");
        assertThatThrownBy(() -> config("scenes.width=100"))
                .hasMessageContaining("scenes.width: must be at least 128, found 100");
        assertThatThrownBy(() -> config("layers-apart=true", "explain.layers=[eye]"))
                .hasMessageContaining("needs two layers or more in explain.layers, found 1");
        assertThatThrownBy(() -> config("scenes.count=0")).hasMessageContaining("at least 1");
    }
}
