package dev.wherefore.captioning;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.captioning.support.TeacherForcing;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.captioning.target.TokenTarget;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.GuidedBackpropagation;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.network.load.NetworkLoader;
import dev.wherefore.core.target.Target;
import dev.wherefore.core.text.UnknownWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captions and their words are explained as the config wishes, in batches or alone. */
class CaptionExplainerTest {

    private static final Shape INPUT = new Shape(1, 3, 32, 32);
    private static final String OWN = "caption={text: a red car near the trees and a car}";
    private static final List<Integer> OWN_IDS = List.of(4, 5, 8, 10, 11, 9, 15, 13, 4, 8);

    @TempDir Path folder;
    private CaptionTrial trial = new CaptionTrial(Path.of(""));
    private final Picture picture = CaptionTrial.picture(40, 30, 2);

    @BeforeEach
    void writeCaptioner() throws IOException {
        SmallCaptioner.write(folder);
        trial = new CaptionTrial(folder);
    }

    private ExplainedPicture explain(Picture one, String... settings) throws IOException {
        try (PictureExplainer explainer = trial.open(settings)) {
            return explainer.explain(List.of(one)).get(0);
        }
    }

    /** What is found of the targets of a caption of my own; longest is enough for it. */
    private List<Finding> findings(String caption, String targets) throws IOException {
        return explain(
                        picture,
                        "caption={text: " + caption + "}",
                        "targets=" + targets,
                        "model.longest=12",
                        "grounding.measure=false")
                .findings();
    }

    private List<Finding> findings(String targets) throws IOException {
        return findings(OWN.substring(OWN.indexOf(':') + 2, OWN.length() - 1), targets);
    }

    private float[] prepared(Picture one) throws IOException {
        return trial.config().shared().preprocess().preprocessing().apply(one).channelsFirst();
    }

    /** The log-probability of each of the ids, and of the end after them. */
    private double[] logProbabilities(Picture one, List<Integer> ids) throws IOException {
        try (CaptionModel model = trial.model()) {
            int[] beginning =
                    IntStream.concat(IntStream.of(2), ids.stream().mapToInt(i -> i)).toArray();
            float[][] rows =
                    TeacherForcing.logProbabilities(
                            model.network(), prepared(one), INPUT, beginning);
            double[] found = new double[ids.size() + 1];
            for (int t = 0; t < found.length; t++) {
                found[t] = rows[t][t < ids.size() ? ids.get(t) : 3];
            }
            return found;
        }
    }

    private static float[] raw(Finding finding) {
        return finding.explanation().raw().get(0).toArray();
    }

    private static float[] sum(float[] a, float[] b, float weight) {
        float[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * b[i];
        }
        return sum;
    }

    private static double total(double[] values, int from, int to) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += values[i];
        }
        return total;
    }

    private static void assertScore(Finding finding, double expected) {
        assertThat((double) finding.explanation().score()).isCloseTo(expected, within(1e-4));
    }

    @Test
    void theOrderAndTheCompanyOfPicturesDoNotMatter() throws IOException {
        List<Picture> pictures =
                List.of(
                        CaptionTrial.picture(32, 32, 1),
                        CaptionTrial.picture(64, 64, 3),
                        CaptionTrial.picture(50, 70, 9));
        String methods = "explain.methods=[grad-cam, layer-cam, guided-backpropagation]";
        try (PictureExplainer explainer = trial.open(methods)) {
            List<ExplainedPicture> together = explainer.explain(pictures);
            List<ExplainedPicture> backwards =
                    explainer.explain(List.of(pictures.get(2), pictures.get(1), pictures.get(0)));
            assertThat(together.stream().map(p -> p.findings().size()).distinct().toList())
                    .as("captions of several lengths, three methods a word")
                    .hasSizeGreaterThan(1);
            for (int i = 0; i < 3; i++) {
                ExplainedPicture alone = explainer.explain(List.of(pictures.get(i))).get(0);
                assertSame(together.get(i), alone);
                assertSame(backwards.get(2 - i), alone);
            }
        }
    }

    private static void assertSame(ExplainedPicture a, ExplainedPicture b) {
        assertThat(a.predictions()).map(Prediction::label).isEqualTo(labels(b));
        assertClose(logits(a.predictions()), logits(b.predictions()), 1e-5, "captions");
        assertThat(a.findings()).map(Finding::title).isEqualTo(titles(b.findings()));
        for (int i = 0; i < a.findings().size(); i++) {
            Explanation one = a.findings().get(i).explanation();
            Explanation other = b.findings().get(i).explanation();
            assertThat(one.method()).isEqualTo(other.method());
            assertClose(
                    new float[] {one.score()},
                    new float[] {other.score()},
                    1e-5,
                    "log-probability");
            assertClose(
                    one.raw().get(0).toArray(),
                    other.raw().get(0).toArray(),
                    1e-3,
                    "raw map of " + a.findings().get(i).title());
            assertThat(one.pixels().isPresent()).isEqualTo(other.pixels().isPresent());
        }
        assertThat(words(a)).isEqualTo(words(b));
    }

    private static List<String> labels(ExplainedPicture picture) {
        return picture.predictions().stream().map(Prediction::label).toList();
    }

    private static List<String> titles(List<Finding> findings) {
        return findings.stream().map(Finding::title).toList();
    }

    private static float[] logits(List<Prediction> predictions) {
        float[] logits = new float[predictions.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = predictions.get(i).logit();
        }
        return logits;
    }

    private static CaptionFindings.Told told(ExplainedPicture picture) {
        return (CaptionFindings.Told) Objects.requireNonNull(picture.details().get("caption"));
    }

    private static List<String> words(ExplainedPicture picture) {
        return told(picture).words().stream().map(w -> w.word() + " " + w.origin()).toList();
    }

    @Test
    void madeCaptionsAndTheirWordsHaveTheNetworksOwnProbabilities() throws IOException {
        ExplainedPicture found = explain(picture, "grounding.measure=false");
        CaptionFindings.Told told = told(found);
        assertThat(told.ended()).isTrue();
        double[] each = logProbabilities(picture, told.tokens());
        double all = total(each, 0, each.length);
        assertThat(found.predictions()).hasSize(1);
        assertThat((double) found.predictions().get(0).logit()).isCloseTo(all, within(1e-4));
        assertThat((double) found.predictions().get(0).probability())
                .isCloseTo(Math.exp(all), within(1e-5));
        assertThat((double) told.logProbability()).isCloseTo(all, within(1e-4));
        // the words "car" and "and" have a token each, "houses" has two
        assertThat(labels(found)).containsExactly("car and houses");
        for (int w = 0; w < 2; w++) {
            Finding word = found.findings().get(w);
            assertScore(word, each[w]);
            assertThat((double) word.prediction().orElseThrow().probability())
                    .isCloseTo(Math.exp(each[w]), within(1e-5));
        }
    }

    @Test
    void captionsStopAtTheLongestThatIsAllowed() throws IOException {
        Picture talkative = CaptionTrial.picture(64, 64, 3);
        for (int longest : new int[] {1, 5}) {
            CaptionFindings.Told told = told(explain(talkative, "model.longest=" + longest));
            assertThat(told.tokens()).hasSize(longest);
            assertThat(told.ended()).isFalse();
        }
    }

    @Test
    void severalCaptionsAreToldAndTheFirstExplained() throws IOException {
        ExplainedPicture beam =
                explain(picture, "caption={search: beam, width: 5, best: 3}", OWN_MEASURE);
        assertThat(beam.predictions()).hasSize(3);
        assertThat(logits(beam.predictions())).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(String.join(" ", titles(beam.findings()))).isEqualTo(labels(beam).get(0));
        ExplainedPicture again = explain(picture, "caption={search: sample, seed: 5}");
        assertThat(labels(explain(picture, "caption={search: sample, seed: 5}")))
                .isEqualTo(labels(again));
    }

    private static final String OWN_MEASURE = "grounding.measure=false";

    @Test
    void allWordsAreExplainedEachWithItsPieces() throws IOException {
        List<Finding> found = findings("{words: all}");
        assertThat(titles(found))
                .containsExactly("a", "red", "car", "near", "the", "trees", "and", "a", "car");
        double[] each = logProbabilities(picture, OWN_IDS);
        for (int w = 0; w < 5; w++) {
            assertScore(found.get(w), each[w]);
        }
        assertScore(found.get(5), each[5] + each[6]);
        assertScore(found.get(8), each[9]);
    }

    @ParameterizedTest(name = "{0} is word {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{word: car} | 2",
                "{word: Car} | 2",
                "{word: car, occurrence: 2} | 8",
                "{at: 6} | 5",
                "{at: 9} | 8",
                "{token: 8} | 2",
                "{token: 8, occurrence: 2} | 8",
                "{phrase: trees} | 5"
            })
    void aWordIsFoundByItsFormItsPlaceOrItsToken(String target, int word) throws IOException {
        Finding all = findings("{words: all}").get(word);
        List<Finding> found = findings(target.strip());
        assertThat(titles(found)).containsExactly(all.title());
        assertScore(found.get(0), all.explanation().score());
        assertClose(raw(found.get(0)), raw(all), 1e-4, target);
        assertThat(found.get(0).prediction()).isPresent();
    }

    @Test
    void aPhraseIsTheSumOfItsWordsAndACaptionOfAll() throws IOException {
        List<Finding> words = findings("{words: all}");
        double[] each = logProbabilities(picture, OWN_IDS);
        List<Finding> found =
                findings(
                        "[{phrase: near the trees}, {caption: words}, {caption: with-end},"
                                + " {phrase: a car}]");
        assertThat(titles(found))
                .containsExactly(
                        "near the trees", "the caption", "the caption and its end", "a car");
        assertScore(found.get(0), total(each, 3, 7));
        float[] phrase = sum(sum(raw(words.get(3)), raw(words.get(4)), 1), raw(words.get(5)), 1);
        assertClose(raw(found.get(0)), phrase, 1e-4, "phrase");
        assertScore(found.get(1), total(each, 0, 10));
        float[] caption = raw(words.get(0));
        for (int w = 1; w < words.size(); w++) {
            caption = sum(caption, raw(words.get(w)), 1);
        }
        assertClose(raw(found.get(1)), caption, 1e-4, "caption");
        assertScore(found.get(2), total(each, 0, 11));
        assertScore(found.get(3), total(each, 8, 10));
        assertThat(found.get(0).prediction()).isEmpty();
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource({
        "car,bus,{word: car},2,3",
        "car,birds,{word: car},2,3",
        "trees,house,{word: trees},5,7",
        "trees,birds,{at: 6},5,7",
        "red car,blue birds,{phrase: red car},1,3",
        "car,red bus,'{word: car, occurrence: 2}',9,10"
    })
    void insteadOfIsADifferenceOfTwoCaptions(
            String own, String other, String target, int from, int to) throws IOException {
        String caption = "a red car near the trees and a car";
        int place = from == 9 ? caption.lastIndexOf(own) : caption.indexOf(own);
        String changed =
                caption.substring(0, place) + other + caption.substring(place + own.length());
        List<Integer> otherIds = ids(changed);
        int otherTo = from + ids(other).size();
        double expected =
                total(logProbabilities(picture, OWN_IDS), from, to)
                        - total(logProbabilities(picture, otherIds), from, otherTo);

        String key = target.substring(0, target.length() - 1) + ", instead-of: " + other + "}";
        Finding found = findings(key).get(0);
        assertThat(found.title()).isEqualTo(own + " instead of " + other);
        assertScore(found, expected);

        Finding first = findings(target).get(0);
        String there = from == 9 ? "{phrase: red bus, occurrence: 1}" : "{phrase: " + other + "}";
        Finding second = findings(changed, there).get(0);
        float[] difference = sum(raw(first), raw(second), -1);
        assertClose(raw(found), difference, 1e-4, "map of " + key);
    }

    private List<Integer> ids(String text) throws IOException {
        try (CaptionModel model = trial.model()) {
            return model.tokenizer().encode(text, UnknownWords.REFUSE).tokens().stream()
                    .map(token -> token.id())
                    .toList();
        }
    }

    @Test
    void severalAlternativesShareAPassWithPlainWords() throws IOException {
        List<Finding> together =
                findings(
                        "[{word: car, instead-of: birds}, {words: all}, {word: red, instead-of:"
                                + " house trees}, {word: near}]");
        assertThat(together).hasSize(12);
        assertClose(
                raw(together.get(0)),
                raw(findings("{word: car, instead-of: birds}").get(0)),
                1e-4,
                "first alternative");
        assertClose(
                raw(together.get(10)),
                raw(findings("{word: red, instead-of: house trees}").get(0)),
                1e-4,
                "second alternative");
        assertClose(raw(together.get(11)), raw(together.get(4)), 1e-4, "near");
    }

    @Test
    void negativeTurnsAMapRoundAndLogitTakesTheBareNumber() throws IOException {
        List<Finding> found =
                findings("[{word: car}, {word: car, negative: true}, {word: car, score: logit}]");
        assertThat(titles(found)).containsExactly("car", "against car", "car");
        assertThat(found.get(1).explanation().score())
                .isEqualTo(-found.get(0).explanation().score());
        assertClose(raw(found.get(1)), sum(new float[64], raw(found.get(0)), -1), 1e-6, "negative");
        try (CaptionModel model = trial.model()) {
            float[][] logits =
                    TeacherForcing.logits(model.network(), prepared(picture), INPUT, 2, 4, 5);
            assertScore(found.get(2), logits[2][8]);
        }
        assertThat(found.get(2).explanation().target()).isEqualTo("logit of 'car'");
    }

    @Test
    void whatACaptionDoesNotSayIsLeftOutAndToldOfThatPictureAlone() throws IOException {
        List<Picture> pictures = List.of(CaptionTrial.picture(64, 64, 3), picture);
        try (PictureExplainer explainer = trial.open("targets=[{word: car}, {at: 1}]")) {
            List<ExplainedPicture> found = explainer.explain(pictures);
            assertThat(labels(found.get(0)).get(0)).doesNotContain("car");
            assertThat(labels(found.get(1)).get(0)).contains("car");
            assertThat(found.get(0).findings()).hasSize(1);
            assertThat(told(found.get(0)).notSaid())
                    .containsExactly(
                            "the caption '" + labels(found.get(0)).get(0) + "' does not say 'car'");
            assertThat(found.get(1).findings()).hasSize(2);
            assertThat(told(found.get(1)).notSaid()).isEmpty();
        }
        ExplainedPicture nothing = explain(pictures.get(0), "targets={word: car}");
        assertThat(nothing.findings()).isEmpty();
        assertThat(told(nothing).words()).isNotEmpty();
    }

    @Test
    void everyMethodThereIsExplainsWords() throws IOException {
        List<String> methods = trial.methods();
        ExplainedPicture found =
                explain(
                        picture,
                        "explain.methods=[" + String.join(", ", methods) + "]",
                        "explain.layers=[layer1, encoder-output]");
        assertThat(found.findings()).hasSize(told(found).words().size() * methods.size());
        assertThat(found.findings().stream().map(f -> f.explanation().method()).distinct())
                .containsExactlyElementsOf(methods);
        for (Finding finding : found.findings()) {
            Explanation explanation = finding.explanation();
            assertThat(explanation.raw())
                    .allMatch(m -> Float.isFinite(m.min()) && Float.isFinite(m.max()))
                    .anyMatch(m -> m.max() != 0 || m.min() != 0);
            assertThat(explanation.heat().height()).isEqualTo(32);
        }
    }

    @Test
    void guidedBackpropagationGuidesTheImageNetworkAlone() throws IOException {
        float[] expected;
        try (CaptionModel model = trial.model();
                Network encoder =
                        Guice.createInjector(new NetworkModule())
                                .getInstance(NetworkLoader.class)
                                .load(
                                        folder.resolve("encoder.safetensors"),
                                        Optional.empty(),
                                        NetworkLoader.FORWARD,
                                        Device.cpu());
                Explainer guided = new Explainer(encoder);
                NDManager scope = model.network().newScope()) {
            NDArray image = scope.create(prepared(picture), INPUT);
            float[] gradient = gradientOfFeatures(model, scope, image);
            Shape features = new Shape(1, SmallCaptioner.CHANNELS, 8, 8);
            Target along =
                    Target.of(
                            "the features along the decoder's true gradient",
                            outputs -> {
                                NDArray direction =
                                        outputs.main().getManager().create(gradient, features);
                                return outputs.main()
                                        .mul(direction.duplicate())
                                        .sum(new int[] {1, 2, 3});
                            });
            ExplainRequest request =
                    new ExplainRequest(
                            List.of(),
                            Layout.AUTO,
                            List.of(along),
                            List.of(new GuidedBackpropagation()),
                            Fusion.MEAN,
                            false);
            expected =
                    guided.explain(Inputs.of(image), request)
                            .pictures()
                            .get(0)
                            .get(0)
                            .pixels()
                            .orElseThrow()
                            .toArray();
        }
        ExplainedPicture found =
                explain(
                        picture,
                        "caption={text: a red}",
                        "targets={word: red}",
                        "explain.methods=guided-backpropagation");
        float[] pixels = found.findings().get(0).explanation().pixels().orElseThrow().toArray();
        assertClose(pixels, expected, 1e-4, "guided backpropagation");
    }

    /** Of the log-probability of "red" after "a". */
    private static float[] gradientOfFeatures(CaptionModel model, NDManager scope, NDArray image) {
        List<LayerRun> output = List.of(LayerRun.parse(FeatureNetwork.OUTPUT));
        Term red = new Term(TokenScore.LOG_PROBABILITY, 0, 1, 5, 1);
        try (GradientMode on = GradientMode.on();
                Autograd autograd = new Autograd(scope)) {
            NDArray ids = model.ids(scope, List.of(List.of(new int[] {2, 4, 5})));
            Pass pass =
                    model.network()
                            .run(
                                    scope,
                                    CaptionNetwork.inputs(image, ids),
                                    PassRequest.tap(output, 1));
            NDArray score = new TokenTarget(List.of(List.of(red)), "red").score(pass.outputs());
            return autograd.gradients(
                            scope,
                            List.of(score),
                            List.of(pass.taps().get(0).probe()),
                            List.of(score.onesLike()),
                            Graph.FREE)
                    .get(0)
                    .orElseThrow()
                    .toFloatArray();
        }
    }

    @Test
    void theLayerThatIsTakenIsSaid() throws IOException {
        try (PictureExplainer explainer = trial.open()) {
            assertThat(new ArrayList<>(explainer.facts()))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("layer encoder-output: ")
                    .contains("(1, 12, 8, 8)");
        }
    }
}
