package dev.wherefore.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.experiment.config.ConfigRecordContract;
import dev.wherefore.core.experiment.config.FilePattern;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.explain.Convention;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.explain.MapSign;
import dev.wherefore.core.image.Channels;
import dev.wherefore.core.image.Filter;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.image.Resize;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.image.ValueRange;
import dev.wherefore.core.method.MethodSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunConfigTest extends ConfigRecordContract<RunConfig> {

    private static final String LEAST = "task: sorting\nimages: a.png\n";

    RunConfigTest() {
        super(
                RunConfig.class,
                new Vocabulary(
                        Map.of(
                                "task",
                                List.of("sorting", "other"),
                                ExplainConfig.METHOD,
                                List.of("grad-cam", "layer-cam"),
                                DrawConfig.COLORS,
                                List.of("inferno", "viridis"),
                                DrawConfig.SIGNED_COLORS,
                                List.of("coolwarm", "blue-white-red"))));
    }

    @Override
    protected String leastYaml() {
        return LEAST;
    }

    @Override
    protected RunConfig least(Path folder) {
        return new RunConfig(
                "sorting",
                List.of(new FilePattern("a.png", folder)),
                new PreprocessConfig(
                        PreprocessConfig.Preset.IMAGENET,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new ExplainConfig(
                        List.of(),
                        ExplainConfig.LayoutKind.AUTO,
                        Optional.empty(),
                        List.of("grad-cam"),
                        Fusion.MEAN,
                        ExplainConfig.Scale.OWN,
                        Convention.GRAD_CAM,
                        MapSign.POSITIVE,
                        false,
                        false,
                        false,
                        MethodSettings.USUAL),
                new DrawConfig(
                        true,
                        true,
                        false,
                        "inferno",
                        "blue-white-red",
                        DrawConfig.Blend.HEAT,
                        0.8,
                        false,
                        true,
                        Optional.empty()),
                Optional.empty(),
                1,
                Optional.empty());
    }

    @Override
    protected String fullYaml() {
        return """
        task: other
        images: [b.png, "c/*.jpg"]
        preprocess:
          preset: none
          resize: {letterbox: [32, 48]}
          crop: 24
          filter: bicubic
          scale: false
          mean: [1, 2, 3]
          std: [4, 5, 6]
          channels: bgr
        explain:
          layers: [features.18, 7]
          layout: tokens
          tokens: {skip: 0, grid: 14}
          methods: layer-cam
          fusion: max
          scale: shared
          convention: torch-cam
          maps: negative
          aug-smooth: true
          eigen-smooth: true
          faithfulness: true
        draw:
          overlays: false
          sheet: false
          signed: true
          colors: viridis
          signed-colors: coolwarm
          blend: grad-cam
          opacity: 0.25
          box: true
          report: false
          outline: 0.5
        out: results
        batch: 8
        threads: 2
        """;
    }

    @Override
    protected RunConfig full(Path folder) {
        return new RunConfig(
                "other",
                List.of(new FilePattern("b.png", folder), new FilePattern("c/*.jpg", folder)),
                new PreprocessConfig(
                        PreprocessConfig.Preset.NONE,
                        Optional.of(
                                new ResizeConfig(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(List.of(32, 48)))),
                        Optional.of(List.of(24)),
                        Optional.of(Filter.BICUBIC),
                        Optional.of(false),
                        Optional.of(List.of(1.0, 2.0, 3.0)),
                        Optional.of(List.of(4.0, 5.0, 6.0)),
                        Optional.of(Channels.BGR)),
                new ExplainConfig(
                        List.of("features.18", "7"),
                        ExplainConfig.LayoutKind.TOKENS,
                        Optional.of(new TokensConfig(0, List.of(14))),
                        List.of("layer-cam"),
                        Fusion.MAX,
                        ExplainConfig.Scale.SHARED,
                        Convention.TORCH_CAM,
                        MapSign.NEGATIVE,
                        true,
                        true,
                        true,
                        MethodSettings.USUAL),
                new DrawConfig(
                        false,
                        false,
                        true,
                        "viridis",
                        "coolwarm",
                        DrawConfig.Blend.GRAD_CAM,
                        0.25,
                        true,
                        false,
                        Optional.of(0.5)),
                Optional.of(folder.resolve("results")),
                8,
                Optional.of(2));
    }

    private Preprocessing preprocessing(String inBraces) throws IOException {
        return read(LEAST + "preprocess: {" + inBraces + "}").preprocess().preprocessing();
    }

    private void assertRefused(String yaml, String sentence) {
        assertThatThrownBy(() -> read(yaml)).hasMessageEndingWith(sentence);
    }

    @Test
    void thePresetImagenetIsTorchvisionsPreprocessing() throws IOException {
        assertThat(preprocessing("")).isEqualTo(Preprocessing.imagenet());
        assertThat(preprocessing("channels: bgr").mean()).containsExactly(0.406, 0.456, 0.485);
        assertThat(preprocessing("channels: grey").std()).containsExactly(1.0);
    }

    @Test
    void everyKeyOfPreprocessReachesThePreprocessing() throws IOException {
        assertThat(read(fullYaml()).preprocess().preprocessing())
                .isEqualTo(
                        new Preprocessing(
                                new Resize.Letterbox(32, 48, 0),
                                Optional.of(new Size(24, 24)),
                                Filter.BICUBIC,
                                Channels.BGR,
                                ValueRange.ZERO_TO_255,
                                List.of(1.0, 2.0, 3.0),
                                List.of(4.0, 5.0, 6.0)));
    }

    @Test
    void anotherWayToResizeTakesAwayThePresetsCrop() throws IOException {
        Preprocessing squashed = preprocessing("resize: {to: [64, 32]}");
        assertThat(squashed.resize()).isEqualTo(new Resize.Squash(64, 32));
        assertThat(squashed.crop()).isEmpty();
        Preprocessing shorter = preprocessing("resize: {shorter-side: 64}, crop: [32, 48]");
        assertThat(shorter.resize()).isEqualTo(new Resize.ShorterSide(64));
        assertThat(shorter.crop()).contains(new Size(32, 48));
    }

    @Test
    void theLayoutIsTheOneNamed() throws IOException {
        assertThat(read(LEAST).explain().outputLayout()).isSameAs(Layout.AUTO);
        assertThat(read(LEAST + "explain: {layout: channels-first}").explain().outputLayout())
                .isSameAs(Layout.CHANNELS_FIRST);
        assertThat(read(LEAST + "explain: {layout: channels-last}").explain().outputLayout())
                .isSameAs(Layout.CHANNELS_LAST);
        assertThat(read(fullYaml()).explain().outputLayout())
                .isNotSameAs(Layout.AUTO)
                .isNotSameAs(Layout.CHANNELS_FIRST);
    }

    @Test
    void valuesOutOfRangeAreRefusedAtTheirKey() {
        assertRefused("task: sorting\nimages: []", ":2: images: must name at least one picture");
        assertRefused(LEAST + "batch: 0", ":3: batch: must be at least 1, found 0");
        assertRefused(LEAST + "threads: -1", ":3: threads: must be at least 1, found -1");
        assertRefused(
                LEAST + "draw: {opacity: 3}", ":3: draw.opacity: must be from 0 to 1, found 3.0");
        assertRefused(
                LEAST + "draw: {outline: 1}",
                ":3: draw.outline: must be above 0 and below 1, found 1.0");
        assertRefused(
                LEAST + "explain: {methods: []}",
                ":3: explain.methods: must name at least one method");
        assertRefused(
                LEAST + "explain: {tokens: {grid: 7}}",
                ":3: explain.tokens: can be given with 'layout: tokens' only");
        assertThatThrownBy(() -> read(LEAST + "explain: {layout: tokens}"))
                .hasMessageContaining(":3: explain.layout: 'tokens' needs the key tokens");
        assertRefused(
                LEAST + "explain: {layout: tokens, tokens: {skip: -1, grid: 7}}",
                ":3: explain.tokens.skip: must be at least 0, found -1");
        assertRefused(
                LEAST + "preprocess: {resize: {}}",
                ":3: preprocess.resize: one of shorter-side, to and letterbox is wanted, found 0");
        assertRefused(
                LEAST + "preprocess: {crop: [1, 2, 3]}",
                ":3: preprocess.crop: must be [height, width] or one number for a square, each from"
                        + " 1 to 20000, found [1, 2, 3]");
        assertRefused(
                LEAST + "preprocess: {mean: 1}",
                ":3: preprocess.mean: must have 3 number(s), one for each channel of rgb, found"
                        + " [1.0]");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatThrownBy(() -> read(LEAST + "explain: {layers: [a, b], convention: captum}"))
                .hasMessageContaining("explain.convention")
                .hasMessageContaining("name one layer, or another convention");
        assertThatThrownBy(() -> read(LEAST + "explain: {maps: signed, fusion: max}"))
                .hasMessageContaining("explain.maps")
                .hasMessageContaining("joined by their mean alone");
    }

    @Test
    void advicesConfigTriesOneMethodAtTheLayersGiven() throws IOException {
        ExplainConfig explain =
                read(LEAST + "explain: {convention: paper, maps: negative}").explain();
        ExplainConfig tried = explain.triedAt(List.of("x"), "layer-cam");
        assertThat(tried.layers()).containsExactly("x");
        assertThat(tried.methods()).containsExactly("layer-cam");
        assertThat(tried.faithfulness()).isTrue();
        assertThat(tried.maps()).isEqualTo(MapSign.POSITIVE);
        assertThat(tried.style().convention()).isEqualTo(Convention.PAPER);
    }
}
