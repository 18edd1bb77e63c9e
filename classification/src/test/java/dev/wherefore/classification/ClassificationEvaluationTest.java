package dev.wherefore.classification;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.wherefore.core.UserError;
import dev.wherefore.core.check.Checks;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.EvaluateModule;
import dev.wherefore.core.evaluate.Evaluation;
import dev.wherefore.core.evaluate.EvaluationListener;
import dev.wherefore.core.evaluate.EvaluationOptions;
import dev.wherefore.core.evaluate.EvaluationResult;
import dev.wherefore.core.evaluate.EvaluationTasks;
import dev.wherefore.core.evaluate.ExplainedScene;
import dev.wherefore.core.evaluate.LocatedLabel;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.ScenesByHand;
import dev.wherefore.core.evaluate.ScenesByHand.Thing;
import dev.wherefore.core.evaluate.ScoredLabel;
import dev.wherefore.core.evaluate.SourceResult;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Passes;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that knows colours is evaluated on scenes in which each kind has its own colour. */
class ClassificationEvaluationTest {

    private static final Path NETWORK =
            Reference.root()
                    .resolve(
                            "classification/src/test/resources/dev/wherefore/classification/colours.pt");

    private static final Thing BUS = new Thing(Kind.BUS, Color.RED, 8, 8, 40, 32);
    private static final Thing KITE = new Thing(Kind.KITE, Color.YELLOW, 60, 4, 84, 24);
    private static final Thing TREE = new Thing(Kind.TREE, new Color(0, 160, 0), 50, 30, 90, 60);
    private static final Thing CAR = new Thing(Kind.CAR, Color.BLUE, 10, 40, 40, 58);

    private static final ScenesByHand SCENES =
            new ScenesByHand()
                    .with(TREE, BUS)
                    .with(CAR)
                    .with(KITE, CAR, BUS)
                    .with(new Thing(Kind.DOG, Color.GRAY, 0, 0, 9, 9))
                    .with(TREE)
                    .with(BUS);

    private final Injector injector =
            Guice.createInjector(
                    new MethodModule(),
                    new NetworkModule(),
                    new EvaluateModule(),
                    new ClassificationModule());
    private final EvaluationTasks tasks = injector.getInstance(EvaluationTasks.class);

    @TempDir Path folder;

    private TaskConfig<EvaluateConfig> config(List<String> labels, String... settings)
            throws IOException {
        Files.write(folder.resolve("labels.txt"), labels);
        Path file = folder.resolve("config.yaml");
        Files.writeString(
                file,
                """
                task: classification
                model: {path: "%s", labels: labels.txt}
                preprocess: {preset: none}
                explain: {methods: [grad-cam, layer-cam]}
                batch: 4
                """
                        .formatted(NETWORK));
        List<String> methods =
                injector.getInstance(Methods.class).all().stream()
                        .map(method -> method.card().name())
                        .toList();
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.copyOf(tasks.keys().keySet()),
                                ExplainConfig.METHOD, methods,
                                EvaluateConfig.METRIC, injector.getInstance(Metrics.class).names(),
                                EvaluateConfig.BASELINE,
                                        injector.getInstance(Baselines.class).names(),
                                EvaluateConfig.CHECK, injector.getInstance(Checks.class).names()));
        return new ConfigReader(vocabulary)
                .readTask(file, Arrays.asList(settings), EvaluateConfig.class, tasks.keys());
    }

    private SceneExplainer open(List<String> labels, String... settings) throws IOException {
        return tasks.get("classification").open(config(labels, settings), SCENES, Device.cpu());
    }

    private static final List<String> KINDS = List.of("bus", "kite", "tree", "car");

    private EvaluationResult evaluate(String... settings) throws IOException {
        EvaluationListener nobody =
                new EvaluationListener() {
                    @Override
                    public void begins(int scenes, int finished, List<String> facts) {}

                    @Override
                    public void finished(int more) {}
                };
        return new Evaluation(
                        tasks.get("classification"),
                        config(KINDS, settings),
                        SCENES,
                        new EvaluationOptions(folder.resolve("out"), Device.cpu(), false, true),
                        injector.getInstance(Metrics.class),
                        injector.getInstance(Baselines.class),
                        injector.getInstance(Checks.class),
                        nobody,
                        Map.of())
                .run();
    }

    @Test
    void coloursAreFoundWhereTheyAre() throws IOException {
        EvaluationResult result = evaluate();
        for (SourceResult method : result.methods()) {
            assertThat(method.maps()).isEqualTo(8);
            assertThat(method.metric("pointing-game").orElseThrow().mean()).isEqualTo(1);
            assertThat(method.metric("energy-inside").orElseThrow().mean()).isGreaterThan(0.8);
            assertThat(method.metric("box-iou").orElseThrow().mean()).isGreaterThan(0.7);
        }
        assertThat(result.baselines().get(1).metric("energy-inside").orElseThrow().mean())
                .isLessThan(0.3);
        // the colours compete for one probability, so what is small beside others comes late
        assertThat(result.labels()).hasSize(4);
        assertThat(result.labels().get(2).averagePrecision()).contains(1.0);
        assertThat(result.network().orElseThrow().meanAveragePrecision()).isBetween(0.75, 0.95);
    }

    @Test
    void predictedClassesAreLocalisedInPicturesOfOneClass() throws IOException {
        EvaluationResult result = evaluate("localisation-error=true", "rejection={threshold: 0}");
        // a car, a tree and a bus are alone; a dog is too, and the network knows none
        assertThat(result.quality())
                .containsEntry("classification-error-top-1", 0.0)
                .containsEntry("classification-error-top-5", 0.0)
                .containsEntry("localisation-error-top-1: grad-cam", 0.0)
                .containsEntry("localisation-error-top-5: grad-cam", 0.0)
                .containsEntry("localisation-error-top-1: layer-cam", 0.0)
                .containsEntry("rejection-threshold: grad-cam", 0.0);
        assertThat(result.quality().getOrDefault("pointing-game-rejection: grad-cam", 0.0))
                .isBetween(0.3, 1.0);
    }

    @Test
    void faithfulMapsBeatMapsThatKnowNothing() throws IOException {
        EvaluationResult result =
                evaluate(
                        "checks=[deletion, insertion, road, drop, mirror]",
                        "scenes.checked=4",
                        "metrics=[pointing-game, difference]");
        assertThat(result.facts()).contains("checks on the first 4 of 6 scenes");
        SourceResult gradCam = result.methods().get(0);
        SourceResult random = result.baselines().get(1);
        // six things in the first four scenes, which have one, two and three of them
        assertThat(gradCam.checked()).isEqualTo(6);
        assertThat(random.checked()).isEqualTo(6);
        for (String check : List.of("deletion", "drop")) {
            assertThat(gradCam.metric(check).orElseThrow().mean())
                    .as(check)
                    .isLessThan(random.metric(check).orElseThrow().mean());
        }
        for (String check : List.of("insertion", "road", "mirror", "difference")) {
            assertThat(gradCam.metric(check).orElseThrow().mean())
                    .as(check)
                    .isGreaterThan(random.metric(check).orElseThrow().mean());
        }
        assertThat(gradCam.seconds().orElseThrow().mean()).isPositive();
        assertThat(random.seconds()).isEmpty();
        assertThat(result.curves()).hasSize(4 * 4);
        assertThat(folder.resolve("out/curves.png")).exists();
        assertThat(folder.resolve("out/curves.svg")).content().endsWith("</svg>\n");
        assertThat(gradCam.passes()).contains(new Passes(1, 1));
        assertThat(random.passes()).isEmpty();
        // four curves of each source, of 11, 11, 5 and 5 points, and a line of names
        assertThat(Files.readAllLines(folder.resolve("out/curves.csv"))).hasSize(1 + 4 * 32);
        assertThat(Files.readAllLines(folder.resolve("out/methods.csv")).get(0))
                .endsWith("mirror-high,checked,seconds,forward-passes,backward-passes");
    }

    @Test
    void layersThatAreKeptApartGiveWhatEachGivesAlone() throws IOException {
        List<SourceResult> apart =
                evaluate(
                                "explain={methods: [grad-cam, gradient], layers: [relu1, relu2]}",
                                "layers-apart=true",
                                "checks=[drop]",
                                "scenes.checked=2")
                        .methods();
        assertThat(apart)
                .extracting(SourceResult::name)
                .containsExactly("grad-cam @ relu1", "grad-cam @ relu2", "gradient");
        for (int i = 0; i < 2; i++) {
            List<SourceResult> alone =
                    evaluate(
                                    "explain={methods: [grad-cam, gradient], layers: [relu%d]}"
                                            .formatted(i + 1),
                                    "checks=[drop]",
                                    "scenes.checked=2")
                            .methods();
            assertThat(apart.get(i).metrics()).isEqualTo(alone.get(0).metrics());
            assertThat(apart.get(2).metrics()).isEqualTo(alone.get(1).metrics());
        }
        assertThat(apart.get(0).metrics()).isNotEqualTo(apart.get(1).metrics());
    }

    @Test
    void aBatchOfScenesOfDifferentKindsGivesWhatEachGivesAlone() throws IOException {
        List<ExplainedScene> explained;
        try (SceneExplainer explainer = open(KINDS)) {
            assertThat(explainer.labels()).containsExactly("bus", "car", "tree", "kite");
            explained =
                    explainer.explain(
                            IntStream.range(0, SCENES.count()).mapToObj(SCENES::exhibit).toList());
        }
        int compared = 0;
        try (Network network = TorchScriptNetwork.load(NETWORK, Device.cpu(), "forward");
                Explainer alone = new Explainer(network)) {
            for (ExplainedScene scene : explained) {
                for (LocatedLabel located : scene.located()) {
                    int index = KINDS.indexOf(located.label());
                    Explanation expected = gradCam(network, alone, scene, index);
                    Explanation found = located.explanations().get(0);
                    assertThat(found.method()).isEqualTo("grad-cam");
                    assertThat(located.explanations().get(1).method()).isEqualTo("layer-cam");
                    assertThat(found.score()).isCloseTo(expected.score(), within(1e-4f));
                    assertClose(
                            found.raw().get(0).toArray(),
                            expected.raw().get(0).toArray(),
                            1e-5,
                            located.label());
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(8);
    }

    private static Explanation gradCam(
            Network network, Explainer explainer, ExplainedScene scene, int index) {
        Picture picture = scene.exhibit().picture();
        float[] values = new float[3 * picture.height() * picture.width()];
        int plane = picture.height() * picture.width();
        for (int i = 0; i < values.length; i++) {
            int at = i % plane;
            values[i] =
                    picture.sample(at / picture.width(), at % picture.width(), i / plane) / 255f;
        }
        try (NDManager scope = network.newScope()) {
            Shape shape = new Shape(1, 3, picture.height(), picture.width());
            return explainer
                    .explain(
                            Inputs.of(scope.create(values, shape)),
                            ExplainRequest.of("relu2", ClassTarget.logit(index), new GradCam()))
                    .pictures()
                    .get(0)
                    .get(0);
        }
    }

    @Test
    void scoresAreSaidOfEveryKindAndMapsMadeOfThoseThatAreThere() throws IOException {
        try (SceneExplainer explainer = open(KINDS)) {
            ExplainedScene scene =
                    explainer.explain(List.of(SCENES.exhibit(1), SCENES.exhibit(2))).get(1);
            assertThat(scene.labels())
                    .extracting(ScoredLabel::label)
                    .containsExactly("bus", "car", "tree", "kite");
            assertThat(scene.labels())
                    .extracting(ScoredLabel::shown)
                    .containsExactly(true, true, false, true);
            assertThat(scene.labels().stream().mapToDouble(ScoredLabel::probability).sum())
                    .isCloseTo(1, within(1e-6));
            assertThat(scene.located())
                    .extracting(LocatedLabel::label)
                    .containsExactly("bus", "car", "kite");
            assertThat(scene.located().get(2).truth().boxes())
                    .containsExactly(
                            SCENES.exhibit(2).scene().orElseThrow().objects().get(0).box());
            ExplainedScene empty = explainer.explain(List.of(SCENES.exhibit(3))).get(0);
            assertThat(empty.located()).isEmpty();
            assertThat(empty.labels()).hasSize(4).noneMatch(ScoredLabel::shown);
        }
    }

    @Test
    void classesThatAreNoKindsAndKindsWithoutAClassAreSaid() throws IOException {
        try (SceneExplainer explainer = open(List.of("bus", "kite", "lawn", "car"))) {
            assertThat(explainer.labels()).containsExactly("bus", "car", "kite");
            assertThat(explainer.facts())
                    .anyMatch(fact -> fact.startsWith("layer relu2"))
                    .anyMatch(fact -> fact.startsWith("left out, since") && fact.contains("tree"))
                    .contains("ignored, since the pictures never show it: lawn");
            // the tree has no class, so the scene is explained for its bus alone
            assertThat(explainer.explain(List.of(SCENES.exhibit(0))).get(0).located())
                    .extracting(LocatedLabel::label)
                    .containsExactly("bus");
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAtItsKey() {
        assertThatThrownBy(() -> open(List.of("red", "yellow", "green", "blue")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("model.labels: none of the network's labels (red, yellow")
                .hasMessageContaining("fire hydrant");
        assertThatThrownBy(() -> open(List.of("bus", "bus", "tree", "car")))
                .hasMessageContaining("'bus' stands for several classes");
        assertThatThrownBy(() -> open(List.of("bus", "car")))
                .hasMessageContaining("model.labels")
                .hasMessageContaining("the network gives 4 classes");
        assertThatThrownBy(() -> open(KINDS, "model.labels="))
                .hasMessageContaining("needs the key labels");
        assertThatThrownBy(() -> open(KINDS, "explain.layers=rleu2"))
                .hasMessageContaining("explain.layers")
                .hasMessageContaining("relu2");
    }
}
