package dev.wherefore.captioning;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.inject.Guice;
import dev.wherefore.captioning.config.CaptionTargetConfig;
import dev.wherefore.captioning.config.CaptionTargetConfig.Whole;
import dev.wherefore.captioning.decoder.TextDecoders;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.captioning.network.EncoderDecoder;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.captioning.support.Words;
import dev.wherefore.captioning.target.Resolved;
import dev.wherefore.captioning.target.TargetResolver;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.captioning.target.TokenTarget;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.Convention;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.explain.MapSign;
import dev.wherefore.core.explain.MapStyle;
import dev.wherefore.core.explain.MapTrial;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import dev.wherefore.core.network.block.BlockNetworks;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.Target;
import dev.wherefore.core.text.SpecialTokens;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every number that autograd gives for the words of a small captioner. */
class TinyCaptionerTest {

    private static final List<String> LAYERS = List.of("layer2", "layer3", "layer3.1.conv2");
    private static final double TOLERANCE = 1e-4;

    @TempDir Path folder;
    private final Reference reference = Reference.of("tiny-captioner");

    /** How the image network comes; its weights are of a formula, so one needs no file. */
    enum Encoder {
        WRITTEN_HERE(""),
        TRACED("cnn."),
        SCRIPTED("cnn.");

        private final String prefix;

        Encoder(String prefix) {
            this.prefix = prefix;
        }

        Network open() {
            if (this != WRITTEN_HERE) {
                String file = this == TRACED ? "traced" : "scripted";
                return TorchScriptNetwork.load(
                        Reference.file("tiny-captioner/encoder." + file + ".pt"), Device.cpu());
            }
            NetworkConfig config =
                    NetworkConfig.fromJson(
                            """
                            {"family": "resnet", "classes": 0, "channels": 3,
                             "widths": [8, 16, 32], "blocks": [2, 2, 2]}\
                            """);
            NetworkFamilies families =
                    Guice.createInjector(new NetworkModule()).getInstance(NetworkFamilies.class);
            return new BlockNetworks(families)
                    .load(
                            config,
                            SmallCaptioner.weights(
                                    "cnn.",
                                    families.create(config).parameters().expectedShapes(),
                                    Map.of()),
                            Device.cpu());
        }
    }

    private CaptionModel open(Encoder encoder) throws IOException {
        List<String> tokens = new ArrayList<>(List.of("<pad>", "<s>", "</s>"));
        IntStream.range(3, 20).forEach(id -> tokens.add("w" + id));
        Path words = Words.wordLevel(folder.resolve("tokenizer.json"), tokens);
        return new CaptionModel(
                new EncoderDecoder(
                        encoder.open(),
                        "",
                        TextDecoders.load(reference.path("decoder.scripted.pt"), Device.cpu())),
                Tokenizer.read(words, SpecialTokens.usual()),
                8);
    }

    /** The picture, begin token and words of the reference. */
    private Inputs inputs(NDManager scope, CaptionModel model) {
        return CaptionNetwork.inputs(
                reference.input(scope).get("0:1"),
                model.ids(scope, List.of(List.of(saying(model).beginning()))));
    }

    private static Saying saying(CaptionModel model) {
        Text text = model.tokenizer().encode("w7 w3 w11 w5", UnknownWords.REFUSE);
        return new Saying(text, model.tokenizer().specials(), Optional.empty());
    }

    /** The log-probability of each word, the end last. */
    private List<Target> words() {
        long[] ids = reference.array("token_ids").toLongs();
        return IntStream.range(0, ids.length - 1)
                .<Target>mapToObj(
                        t ->
                                new TokenTarget(
                                        List.of(
                                                List.of(
                                                        new Term(
                                                                TokenScore.LOG_PROBABILITY,
                                                                0,
                                                                t,
                                                                (int) ids[t + 1],
                                                                1))),
                                        "word " + t))
                .toList();
    }

    private static ExplainRequest request(String layer, List<Target> targets) {
        return new ExplainRequest(
                List.of(LayerRun.parse(layer)),
                Layout.AUTO,
                targets,
                List.of(new GradCam()),
                Fusion.MEAN,
                false);
    }

    @ParameterizedTest
    @EnumSource
    void featuresLogitsActivationsAndGradientsAreAutograds(Encoder encoder) throws IOException {
        try (CaptionModel model = open(encoder);
                NDManager scope = model.network().newScope();
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            Inputs inputs = inputs(scope, model);
            List<LayerRun> places = new ArrayList<>(List.of(LayerRun.parse(FeatureNetwork.OUTPUT)));
            LAYERS.forEach(layer -> places.add(LayerRun.parse(encoder.prefix + layer)));
            for (LayerRun place : places) {
                Pass pass = model.network().run(scope, inputs, PassRequest.tap(List.of(place), 1));
                NDArray logits = pass.outputs().get(CaptionNetwork.LOGITS);
                float[] first = logits.get("0, 0, :5").toFloatArray();
                assertClose(first, reference.floats("logits"), TOLERANCE, "logits");
                Tapped tapped = pass.taps().get(0);
                boolean output = place.layer().equals(FeatureNetwork.OUTPUT);
                String name = "cnn." + place.layer().replace("cnn.", "");
                assertClose(
                        tapped.activation().toFloatArray(),
                        reference.floats(output ? "features" : name + "/activation"),
                        TOLERANCE,
                        name);
                if (!output) {
                    float[] all = reference.floats(name + "/gradient-per-word");
                    int size = all.length / words().size();
                    for (int t = 0; t < words().size(); t++) {
                        NDArray score = words().get(t).score(pass.outputs());
                        float[] found =
                                autograd.gradients(
                                                scope,
                                                List.of(score),
                                                List.of(tapped.probe()),
                                                List.of(score.onesLike()),
                                                Graph.KEEP)
                                        .get(0)
                                        .orElseThrow()
                                        .toFloatArray();
                        float[] expected = Arrays.copyOfRange(all, t * size, (t + 1) * size);
                        assertClose(found, expected, TOLERANCE, name + " gradient of word " + t);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void mapsOfAllWordsInOnePassAreAutogradsAndThoseOfEachWordAlone(Encoder encoder)
            throws IOException {
        try (CaptionModel model = open(encoder);
                NDManager scope = model.network().newScope();
                Explainer explainer = new Explainer(model.network())) {
            Inputs inputs = inputs(scope, model);
            for (String layer : LAYERS) {
                List<Explanation> together =
                        explainer
                                .explain(inputs, request(encoder.prefix + layer, words()))
                                .pictures()
                                .get(0);
                assertThat(together).hasSize(5);
                float[] raw = reference.floats("cnn." + layer + "/raw/grad-cam-per-word");
                assertClose(joined(together), raw, TOLERANCE, layer);
                float[] scores = new float[5];
                for (int t = 0; t < 5; t++) {
                    scores[t] = together.get(t).score();
                    Explanation alone =
                            explainer
                                    .explain(
                                            inputs,
                                            request(
                                                    encoder.prefix + layer,
                                                    List.of(words().get(t))))
                                    .pictures()
                                    .get(0)
                                    .get(0);
                    assertClose(
                            together.get(t).raw().get(0).toArray(),
                            alone.raw().get(0).toArray(),
                            TOLERANCE,
                            "word " + t);
                    assertClose(
                            new float[] {scores[t]},
                            new float[] {alone.score()},
                            TOLERANCE,
                            "score");
                }
                assertClose(
                        scores,
                        reference.floats("log-probability-per-word"),
                        TOLERANCE,
                        "log-probabilities");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWholeCaptionsMapIsAutogradsAndTheSumOfItsWordsMaps(Encoder encoder) throws IOException {
        try (CaptionModel model = open(encoder);
                NDManager scope = model.network().newScope()) {
            Saying saying = saying(model);
            Resolved resolved =
                    new TargetResolver(model.tokenizer())
                            .resolve(saying, List.of(words(Whole.WITH_END), words(Whole.WORDS)));
            for (String layer : LAYERS) {
                try (CaptionPass pass =
                        new CaptionPass(model, t -> request(encoder.prefix + layer, t))) {
                    List<Explanation> found =
                            pass.explain(
                                            scope,
                                            reference.input(scope).get("0:1"),
                                            List.of(new Captioned(List.of(saying), resolved)))
                                    .get(0);
                    float[] words = reference.floats("cnn." + layer + "/raw/grad-cam-per-word");
                    float[] whole = found.get(0).raw().get(0).toArray();
                    assertClose(
                            whole,
                            reference.floats("cnn." + layer + "/raw/grad-cam-whole-caption"),
                            TOLERANCE,
                            "with its end, " + layer);
                    assertClose(whole, sum(words, 5), TOLERANCE, "sum of words and end");
                    float[] withoutEnd = found.get(1).raw().get(0).toArray();
                    assertClose(withoutEnd, sum(words, 4), TOLERANCE, "sum of words");
                }
            }
        }
    }

    private static CaptionTargetConfig words(Whole whole) {
        return new CaptionTargetConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(whole),
                Optional.empty(),
                Optional.empty(),
                TokenScore.LOG_PROBABILITY,
                false);
    }

    /** The sum of the first so many of five maps. */
    private static float[] sum(float[] maps, int count) {
        float[] sum = new float[maps.length / 5];
        for (int i = 0; i < count * sum.length; i++) {
            sum[i % sum.length] += maps[i];
        }
        return sum;
    }

    private static float[] joined(List<Explanation> explanations) {
        int size = explanations.get(0).raw().get(0).toArray().length;
        float[] all = new float[explanations.size() * size];
        for (int i = 0; i < explanations.size(); i++) {
            System.arraycopy(explanations.get(i).raw().get(0).toArray(), 0, all, i * size, size);
        }
        return all;
    }

    @Test
    void wordsAreSmoothedOverSixWaysToSeeThePictureAndTried() throws IOException {
        try (CaptionModel model = open(Encoder.WRITTEN_HERE);
                NDManager scope = model.network().newScope();
                Explainer explainer = new Explainer(model.network())) {
            Inputs inputs = inputs(scope, model);
            ExplainRequest plain = request("layer3", words());
            MapStyle smooth = new MapStyle(Convention.GRAD_CAM, MapSign.POSITIVE, true, false);
            List<Explanation> found =
                    explainer
                            .explain(inputs, plain.withStyle(smooth).tried(true))
                            .pictures()
                            .get(0);
            List<List<Explanation>> seen = new ArrayList<>();
            for (boolean mirrored : new boolean[] {false, true}) {
                for (float factor : new float[] {0.9f, 1, 1.1f}) {
                    NDArray image = inputs.imageArray().mul(factor);
                    Inputs other = inputs.withImage(mirrored ? image.flip(3) : image);
                    seen.add(explainer.explain(other, plain).pictures().get(0));
                }
            }
            for (int word = 0; word < words().size(); word++) {
                float[] mean = new float[found.get(word).heat().toArray().length];
                for (int pass = 0; pass < seen.size(); pass++) {
                    Plane heat = seen.get(pass).get(word).heat();
                    float[] back = (pass < 3 ? heat : heat.flipped()).toArray();
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += back[i] / 6;
                    }
                }
                assertClose(found.get(word).heat().toArray(), mean, TOLERANCE, "word " + word);
                MapTrial trial = found.get(word).trial().orElseThrow();
                assertThat(trial.faithfulness().score()).isEqualTo(found.get(word).score());
                assertThat(trial.faithfulness().insertion()).isNegative();
            }
        }
    }
}
