package dev.wherefore.classification;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.render.ColorMaps;
import dev.wherefore.core.support.Reference;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configs of the task are opened, or refused at their key; pictures are explained in batches. */
class ClassificationTest {

    private final Injector injector =
            Guice.createInjector(
                    new MethodModule(), new NetworkModule(), new ClassificationModule());
    private final Classification task = injector.getInstance(Classification.class);

    @TempDir Path folder;

    private PictureExplainer open(String network, String... settings) throws IOException {
        Path file = folder.resolve("config.yaml");
        Files.writeString(
                file,
                """
                task: classification
                images: none.png
                model: {path: "%s"}
                preprocess: {preset: none, resize: {to: [96, 96]}}
                """
                        .formatted(Reference.file(network)));
        ColorMaps maps = new ColorMaps();
        List<String> methods =
                injector.getInstance(Methods.class).all().stream()
                        .map(method -> method.card().name())
                        .toList();
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of("classification"),
                                ExplainConfig.METHOD, methods,
                                DrawConfig.COLORS, maps.names(false),
                                DrawConfig.SIGNED_COLORS, maps.names(true)));
        TaskConfig<RunConfig> config =
                new ConfigReader(vocabulary)
                        .readTask(
                                file,
                                Arrays.asList(settings),
                                RunConfig.class,
                                Map.of(task.name(), task.keys()));
        return task.open(config, Device.cpu());
    }

    private String labels(int count) throws IOException {
        List<String> names = IntStream.range(0, count).mapToObj(i -> "thing " + i).toList();
        Path file = Files.write(folder.resolve("labels.txt"), names);
        return "model.labels=" + file;
    }

    private static Picture picture(int height, int width, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 8; i++) {
            pen.setColor(new Color((seed * 5_003_317 + i * 7_654_321) & 0xffffff));
            pen.fillOval((i * 37 + seed * 11) % width, (i * 23) % height, width / 3, height / 4);
        }
        pen.dispose();
        return Picture.of(image, "picture " + seed);
    }

    @ParameterizedTest(name = "{0} {1} is refused at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "tiny-resnet/traced.pt | model.output=scores | model.output |"
                        + " the network has no output 'scores'",
                "tiny-resnet/traced.pt | explain.layers=layr3 | explain.layers | layer3",
                "tiny-resnet/traced.pt | targets={class: 10} | targets.0.class |"
                        + " there is no class 10; the network has 10, 0 to 9",
                "tiny-resnet/traced.pt | targets={class: dog} | targets.0.class |"
                        + " the model has no labels",
                "tiny-resnet/traced.pt | targets={class: 1, instead-of: 77} |"
                        + " targets.0.instead-of | there is no class 77",
                "tiny-resnet/traced.pt | targets={top: 11} | targets.0.top |"
                        + " the network has only 10 classes"
            })
    void whatTheNetworkDoesNotHaveIsRefusedAtItsKey(
            String network, String setting, String key, String words) {
        assertThatThrownBy(() -> open(network, setting))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(key + ": ")
                .hasMessageContaining(words.strip())
                .message()
                .hasLineCount(1);
    }

    @Test
    void labelsThatDoNotFitAreRefusedAndThoseThatDoAreUsed() throws IOException {
        String nine = labels(9);
        assertThatThrownBy(() -> open("tiny-resnet/traced.pt", nine))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("model.labels: ")
                .hasMessageContaining("has 9 labels, but the network gives 10 classes");
        String ten = labels(10);
        assertThatThrownBy(() -> open("tiny-resnet/traced.pt", ten, "targets={class: thing x}"))
                .hasMessageContaining("targets.0.class: there is no class 'thing x'")
                .hasMessageContaining("did you mean 'thing ");
        try (PictureExplainer explainer =
                open("tiny-resnet/traced.pt", ten, "targets={class: Thing 4}")) {
            ExplainedPicture found = explainer.explain(List.of(picture(96, 96, 1))).get(0);
            assertThat(found.findings()).map(Finding::title).containsExactly("thing 4");
            assertThat(found.predictions()).hasSize(10);
        }
    }

    @Test
    void aMethodThatTheNetworkDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> open("tiny-resnet/traced.pt", "model.method=classify"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("classify");
    }

    @Test
    void aPictureTheNetworkCannotTakeIsRefusedInOneSentence() {
        assertThatThrownBy(() -> open("tiny-vit/traced.pt", "preprocess.resize={to: [64, 64]}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("preprocess")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aFrozenNetworkGivesPixelsButNoLayers() throws IOException {
        String frozen = "archives-2.x/tiny-resnet.frozen.pt";
        assertThatThrownBy(() -> open(frozen)).isInstanceOf(UserError.class);
        try (PictureExplainer explainer = open(frozen, "explain.methods=gradient")) {
            Explanation found =
                    explainer
                            .explain(List.of(picture(96, 96, 1)))
                            .get(0)
                            .findings()
                            .get(0)
                            .explanation();
            assertThat(found.pixels()).isPresent();
            assertThat(found.layers()).isEmpty();
        }
    }

    @Test
    void theLayerThatIsTakenIsSaid() throws IOException {
        try (PictureExplainer explainer = open("tiny-resnet/traced.pt")) {
            assertThat(explainer.facts()).hasSize(1).first().asString().startsWith("layer layer3");
        }
    }

    @Test
    void theOrderAndTheCompanyOfPicturesDoNotMatter() throws IOException {
        List<Picture> pictures =
                List.of(picture(96, 96, 1), picture(48, 130, 2), picture(300, 200, 3));
        try (PictureExplainer explainer = open("tiny-resnet/traced.pt", "targets={top: 2}")) {
            List<ExplainedPicture> together = explainer.explain(pictures);
            List<ExplainedPicture> backwards =
                    explainer.explain(List.of(pictures.get(2), pictures.get(1), pictures.get(0)));
            for (int i = 0; i < 3; i++) {
                ExplainedPicture alone = explainer.explain(List.of(pictures.get(i))).get(0);
                assertSame(together.get(i), alone);
                assertSame(backwards.get(2 - i), alone);
            }
        }
    }

    @Test
    void picturesOfOtherSizesGetPassesOfTheirOwn() throws IOException {
        List<Picture> pictures =
                List.of(picture(96, 96, 1), picture(64, 128, 2), picture(64, 128, 3));
        try (PictureExplainer explainer =
                open("tiny-resnet/traced.pt", "preprocess.resize={shorter-side: 64}")) {
            List<ExplainedPicture> together = explainer.explain(pictures);
            assertThat(together)
                    .map(found -> found.geometry().input().width())
                    .containsExactly(64, 128, 128);
            for (int i = 0; i < 3; i++) {
                assertSame(together.get(i), explainer.explain(List.of(pictures.get(i))).get(0));
            }
        }
    }

    @Test
    void severalTargetsInOnePassAreEachAlone() throws IOException {
        Picture picture = picture(96, 96, 4);
        List<Finding> together;
        try (PictureExplainer explainer =
                open("tiny-resnet/traced.pt", "targets={top: 3}", "explain.methods=layer-cam")) {
            together = explainer.explain(List.of(picture)).get(0).findings();
        }
        assertThat(together).hasSize(3);
        for (Finding one : together) {
            int index = one.prediction().orElseThrow().index();
            try (PictureExplainer explainer =
                    open(
                            "tiny-resnet/traced.pt",
                            "targets={class: " + index + "}",
                            "explain.methods=layer-cam")) {
                Finding alone = explainer.explain(List.of(picture)).get(0).findings().get(0);
                assertThat(alone.title()).isEqualTo(one.title());
                assertSame(one.explanation(), alone.explanation());
            }
        }
    }

    @Test
    void findingsComeTargetByTargetWithAllMethodsOfEach() throws IOException {
        try (PictureExplainer explainer =
                open(
                        "tiny-vgg/scripted.pt",
                        "targets=[{class: 1}, {class: 2, instead-of: 3}, {class: 1, negative:"
                                + " true}]",
                        "explain.methods=[grad-cam, guided-grad-cam]")) {
            List<Finding> findings =
                    explainer.explain(List.of(picture(96, 96, 5))).get(0).findings();
            assertThat(findings)
                    .map(f -> f.title() + " " + f.explanation().method())
                    .containsExactly(
                            "class 1 grad-cam",
                            "class 1 guided-grad-cam",
                            "class 2 instead of class 3 grad-cam",
                            "class 2 instead of class 3 guided-grad-cam",
                            "against class 1 grad-cam",
                            "against class 1 guided-grad-cam");
            assertThat(findings.get(4).explanation().score())
                    .isEqualTo(-findings.get(0).explanation().score());
        }
    }

    @Test
    void mapsOfSeveralLayersAreFusedAndTheRawOnesKept() throws IOException {
        Picture picture = picture(96, 96, 6);
        float[] mean;
        try (PictureExplainer explainer =
                open("tiny-resnet/traced.pt", "explain.layers=[layer2, layer3]")) {
            Explanation found = explanation(explainer, picture);
            assertThat(found.layers()).containsExactly("layer2", "layer3");
            assertThat(found.raw()).map(raw -> raw.height()).containsExactly(12, 6);
            mean = found.heat().toArray();
        }
        try (PictureExplainer explainer =
                open(
                        "tiny-resnet/traced.pt",
                        "explain.layers=[layer2, layer3]",
                        "explain.fusion=max")) {
            assertThat(explanation(explainer, picture).heat().toArray()).isNotEqualTo(mean);
        }
    }

    @Test
    void aSharedScaleKeepsTheOrderOfTheMapsSizes() throws IOException {
        Picture picture = picture(96, 96, 6);
        try (PictureExplainer explainer =
                open("tiny-resnet/traced.pt", "targets={top: 3}", "explain.scale=shared")) {
            List<Explanation> found =
                    explainer.explain(List.of(picture)).get(0).findings().stream()
                            .map(Finding::explanation)
                            .toList();
            List<Float> heats = found.stream().map(e -> e.heat().max()).toList();
            assertThat(heats.stream().max(Float::compare).orElseThrow()).isGreaterThan(0.9f);
            assertThat(heats.stream().min(Float::compare).orElseThrow()).isLessThan(0.9f);
        }
    }

    @Test
    void tokensAreLaidOutAsTheConfigSaysOrByThemselves() throws IOException {
        Picture picture = picture(96, 96, 7);
        try (PictureExplainer automatic = open("tiny-vit/traced.pt");
                PictureExplainer told =
                        open(
                                "tiny-vit/traced.pt",
                                "explain.layout=tokens",
                                "explain.tokens={skip: 1, grid: [6, 6]}")) {
            assertSame(explanation(automatic, picture), explanation(told, picture));
            assertThat(explanation(told, picture).raw().get(0).height()).isEqualTo(6);
        }
    }

    @Test
    void aMethodOfAttentionTakesAllThereIs() throws IOException {
        Picture picture = picture(96, 96, 7);
        List<String> all =
                List.of("blocks.0.attn.softmax", "blocks.1.attn.softmax", "blocks.2.attn.softmax");
        try (PictureExplainer automatic = open("tiny-vit/traced.pt", "explain.methods=le-grad");
                PictureExplainer told =
                        open(
                                "tiny-vit/traced.pt",
                                "explain.methods=le-grad",
                                "explain.layers=" + all,
                                "explain.layout=tokens",
                                "explain.tokens={skip: 1, grid: [6, 6]}")) {
            assertThat(explanation(automatic, picture).layers()).isEqualTo(all);
            assertSame(explanation(automatic, picture), explanation(told, picture));
            assertThat(automatic.facts())
                    .contains(
                            "layers "
                                    + String.join(", ", all)
                                    + ": all attention among the tokens");
        }
    }

    @Test
    void aMethodOfAttentionIsRefusedAtOtherLayersAndWhereThereIsNone() {
        assertThatThrownBy(
                        () ->
                                open(
                                        "tiny-vit/traced.pt",
                                        "explain.methods=[le-grad, grad-cam]",
                                        "explain.layers=blocks.1.norm1"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("explain.layers")
                .hasMessageContaining("the method 'le-grad' needs attention")
                .hasMessageContaining("the layer 'blocks.1.norm1' gives")
                .hasMessageContaining("such as 'blocks.2.attn.softmax'");
        assertThatThrownBy(() -> open("tiny-resnet/traced.pt", "explain.methods=le-grad"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("explain.layers")
                .hasMessageContaining("the network has none that can be tapped");
    }

    private static Explanation explanation(PictureExplainer explainer, Picture picture) {
        return explainer.explain(List.of(picture)).get(0).findings().get(0).explanation();
    }

    private static void assertSame(ExplainedPicture a, ExplainedPicture b) {
        assertThat(a.geometry()).isEqualTo(b.geometry());
        assertThat(a.findings()).hasSameSizeAs(b.findings());
        for (int i = 0; i < a.findings().size(); i++) {
            assertThat(a.findings().get(i).title()).isEqualTo(b.findings().get(i).title());
            assertSame(a.findings().get(i).explanation(), b.findings().get(i).explanation());
        }
    }

    private static void assertSame(Explanation a, Explanation b) {
        assertThat(a.layers()).isEqualTo(b.layers());
        assertClose(new float[] {a.score()}, new float[] {b.score()}, 1e-4, "score");
        assertClose(a.raw().get(0).toArray(), b.raw().get(0).toArray(), 1e-4, "raw");
        assertClose(a.heat().toArray(), b.heat().toArray(), 1e-3, "heat");
    }
}
