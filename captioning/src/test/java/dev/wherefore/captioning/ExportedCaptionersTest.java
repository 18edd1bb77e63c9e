package dev.wherefore.captioning;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.captioning.decoder.TextDecoders;
import dev.wherefore.captioning.making.CaptionLimits;
import dev.wherefore.captioning.making.GreedySearch;
import dev.wherefore.captioning.making.MadeCaption;
import dev.wherefore.captioning.making.NextTokens;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.captioning.network.CaptionNetwork.Seen;
import dev.wherefore.captioning.network.EncoderDecoder;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.TeacherForcing;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.captioning.target.TokenTarget;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.target.Target;
import dev.wherefore.core.text.SpecialTokens;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.core.text.Word;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captioners exported from Hugging Face's transformers give what PyTorch computes on them. */
class ExportedCaptionersTest {

    private static final double TOLERANCE = 1e-4;

    @TempDir Path folder;

    private static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(ExportedCaptionersTest.class.getResource(name), name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode expected(String name) throws IOException {
        return new ObjectMapper().readTree(file(name + "/expected.json").toFile());
    }

    private static CaptionModel open(String name, JsonNode expected) {
        return new CaptionModel(
                new EncoderDecoder(
                        TorchScriptNetwork.load(file(name + "/encoder.pt"), Device.cpu()),
                        "",
                        TextDecoders.load(file(name + "/decoder.pt"), Device.cpu())),
                Tokenizer.read(
                        file(name + "/tokenizer.json"),
                        new SpecialTokens(
                                Optional.of(expected.path("begin").asText()),
                                Optional.of(expected.path("end").asText()),
                                Optional.empty(),
                                Optional.empty())),
                20);
    }

    private static Shape shape(JsonNode expected) {
        return new Shape(
                IntStream.range(0, 4)
                        .mapToLong(i -> expected.path("input").path("shape").path(i).asLong())
                        .toArray());
    }

    private static float[] picture(JsonNode expected) {
        float[] values = new float[(int) shape(expected).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(0.1 * i);
        }
        return values;
    }

    private static int[] ids(JsonNode list) {
        return IntStream.range(0, list.size()).map(i -> list.path(i).asInt()).toArray();
    }

    private static float[] floats(JsonNode node) {
        List<Float> all = new ArrayList<>();
        collect(node, all);
        float[] values = new float[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i);
        }
        return values;
    }

    private static void collect(JsonNode node, List<Float> into) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, into));
        } else {
            into.add(node.floatValue());
        }
    }

    private static Layout layout(JsonNode expected) {
        JsonNode layout = expected.path("layout");
        return Layout.tokens(
                layout.path("skip").asInt(),
                layout.path("grid").path(0).asInt(),
                layout.path("grid").path(1).asInt());
    }

    /** The log-probability of each token after the first. */
    private static List<Target> tokens(int[] ids) {
        return IntStream.range(1, ids.length)
                .<Target>mapToObj(
                        t ->
                                new TokenTarget(
                                        List.of(
                                                List.of(
                                                        new Term(
                                                                TokenScore.LOG_PROBABILITY,
                                                                0,
                                                                t - 1,
                                                                ids[t],
                                                                1))),
                                        "token " + t))
                .toList();
    }

    private static ExplainRequest request(String layer, JsonNode expected, List<Target> targets) {
        return new ExplainRequest(
                List.of(LayerRun.parse(layer)),
                layout(expected),
                targets,
                List.of(new GradCam()),
                Fusion.MEAN,
                false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-blip", "tiny-vit-gpt2"})
    void featuresLogitsAndLogProbabilitiesArePyTorchs(String name) throws IOException {
        JsonNode expected = expected(name);
        int[] ids = ids(expected.path("ids"));
        try (CaptionModel model = open(name, expected);
                NDManager scope = model.network().newScope()) {
            NDArray image = scope.create(picture(expected), shape(expected));
            Inputs inputs = CaptionNetwork.inputs(image, model.ids(scope, List.of(List.of(ids))));
            PassRequest output = PassRequest.tap(List.of(LayerRun.parse(FeatureNetwork.OUTPUT)), 1);
            NDArray features =
                    model.network().run(scope, inputs, output).taps().get(0).activation();
            JsonNode told = expected.path("features");
            assertThat(features.getShape())
                    .isEqualTo(
                            new Shape(
                                    told.path("shape").path(0).asLong(),
                                    told.path("shape").path(1).asLong(),
                                    told.path("shape").path(2).asLong()));
            assertClose(
                    features.get("0, :, 0").toFloatArray(),
                    floats(told.path("firstOfEachToken")),
                    TOLERANCE,
                    "features");
            assertThat((double) features.sum().getFloat())
                    .isCloseTo(told.path("sum").asDouble(), within(1e-3));
            float[][] logits =
                    TeacherForcing.logits(model.network(), picture(expected), shape(expected), ids);
            float[][] logProbabilities =
                    TeacherForcing.logProbabilities(
                            model.network(), picture(expected), shape(expected), ids);
            float[] found = new float[ids.length - 1];
            for (int t = 0; t < ids.length; t++) {
                assertClose(
                        logits[t],
                        floats(expected.path("logits").path(t)),
                        TOLERANCE,
                        "logits after token " + t);
                if (t < found.length) {
                    found[t] = logProbabilities[t][ids[t + 1]];
                }
            }
            assertClose(
                    found, floats(expected.path("logProbabilities")), TOLERANCE, "probabilities");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-blip", "tiny-vit-gpt2"})
    void mapsAtTheOutputAndInsideAreAutogradsForAllTokensInOnePass(String name) throws IOException {
        JsonNode expected = expected(name);
        int[] ids = ids(expected.path("ids"));
        try (CaptionModel model = open(name, expected);
                NDManager scope = model.network().newScope();
                Explainer explainer = new Explainer(model.network())) {
            Inputs inputs =
                    CaptionNetwork.inputs(
                            scope.create(picture(expected), shape(expected)),
                            model.ids(scope, List.of(List.of(ids))));
            assertMaps(
                    explainer
                            .explain(inputs, request(FeatureNetwork.OUTPUT, expected, tokens(ids)))
                            .pictures()
                            .get(0),
                    expected.path("maps"),
                    expected.path("logProbabilities"),
                    FeatureNetwork.OUTPUT);
            assertThat(expected.path("mapsInside").size()).isEqualTo(2);
            for (Map.Entry<String, JsonNode> inside : expected.path("mapsInside").properties()) {
                assertMaps(
                        explainer
                                .explain(inputs, request(inside.getKey(), expected, tokens(ids)))
                                .pictures()
                                .get(0),
                        inside.getValue(),
                        expected.path("logProbabilities"),
                        inside.getKey());
            }
        }
    }

    private static void assertMaps(
            List<Explanation> found, JsonNode maps, JsonNode scores, String layer) {
        assertThat(found).hasSize(maps.size());
        for (int t = 0; t < found.size(); t++) {
            assertClose(
                    found.get(t).raw().get(0).toArray(),
                    floats(maps.path(t)),
                    TOLERANCE,
                    layer + ", token " + t);
            assertThat(found.get(t).score()).isCloseTo(scores.path(t).floatValue(), within(1e-4f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-blip", "tiny-vit-gpt2"})
    void greedyCaptionsAreThoseOfTransformers(String name) throws IOException {
        JsonNode expected = expected(name);
        int[] greedy = ids(expected.path("greedy"));
        try (CaptionModel model = open(name, expected);
                NDManager scope = model.network().newScope()) {
            Seen seen =
                    model.network().see(scope, scope.create(picture(expected), shape(expected)));
            NextTokens next =
                    prefixes -> {
                        try (NDManager inner = scope.newSubManager()) {
                            NDArray ids = model.ids(inner, List.of(prefixes)).squeeze(0);
                            float[] last = seen.logits(inner, 0, ids).get("0, -1").toFloatArray();
                            return List.of(last);
                        }
                    };
            CaptionLimits limits =
                    new CaptionLimits(
                            model.tokenizer().specials().begin(),
                            model.tokenizer().specials().end(),
                            greedy.length - 1,
                            Set.of());
            MadeCaption made = new GreedySearch().make(next, limits).get(0);
            assertThat(IntStream.concat(IntStream.of(greedy[0]), IntStream.of(made.ids())))
                    .containsExactly(IntStream.of(greedy).boxed().toArray(Integer[]::new));
            assertThat(model.tokenizer().decode(made.ids()).tokens()).hasSize(made.ids().length);
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny-blip,balls,##s", "tiny-vit-gpt2,runs,uns"})
    void wordsArePutTogetherOfTheirPieces(String name, String word, String piece)
            throws IOException {
        JsonNode expected = expected(name);
        int[] ids = ids(expected.path("ids"));
        try (CaptionModel model = open(name, expected)) {
            String caption = expected.path("text").asText();
            Text text = model.tokenizer().encode(caption, UnknownWords.REFUSE);
            assertThat(text.ids()).containsExactly(Arrays.copyOfRange(ids, 1, ids.length - 1));
            assertThat(text.words()).map(Word::surface).containsExactly(caption.split(" ", -1));
            Word split =
                    text.words().stream()
                            .filter(w -> w.surface().equals(word))
                            .findFirst()
                            .orElseThrow();
            assertThat(split.tokens()).isEqualTo(2);
            assertThat(text.tokens().get(split.firstToken() + 1).piece()).isEqualTo(piece);
            assertThat(model.tokenizer().decode(text.ids()).words())
                    .map(Word::surface)
                    .containsExactly(caption.split(" ", -1));
        }
    }

    /** The whole way: a config, pictures of the size that the network takes, words of pieces. */
    @ParameterizedTest
    @CsvSource({"tiny-blip,balls,'[48, 48]','[4, 4]'", "tiny-vit-gpt2,runs,'[48, 32]','[6, 4]'"})
    void aConfigExplainsThem(String name, String word, String size, String grid)
            throws IOException {
        JsonNode expected = expected(name);
        String caption = expected.path("text").asText();
        String begin = "{encoder: %s, decoder: %s, tokenizer: %s, begin: \"%s\", end: \"%s\"}";
        try (PictureExplainer explainer =
                new CaptionTrial(folder)
                        .open(
                                "model="
                                        + begin.formatted(
                                                file(name + "/encoder.pt"),
                                                file(name + "/decoder.pt"),
                                                file(name + "/tokenizer.json"),
                                                expected.path("begin").asText(),
                                                expected.path("end").asText()),
                                "preprocess={preset: none, resize: {to: " + size + "}}",
                                "explain.layout=tokens",
                                "explain.tokens={skip: 1, grid: " + grid + "}",
                                "explain.methods=[grad-cam, layer-cam]",
                                "caption={text: " + caption + "}",
                                "targets=[{words: all}, {word: "
                                        + word
                                        + ", instead-of: cat dog}]")) {
            ExplainedPicture found =
                    explainer.explain(List.of(CaptionTrial.picture(60, 50, 1))).get(0);
            int words = caption.split(" ", -1).length;
            assertThat(found.findings()).hasSize(2 * words + 2);
            for (Finding finding : found.findings()) {
                assertThat(finding.explanation().raw().get(0).toArray()).doesNotContain(Float.NaN);
            }
            assertThat(explainer.facts().get(0)).startsWith("layer encoder-output");
        }
    }
}
