package dev.wherefore.vqa;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.experiment.NpzFile;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import dev.wherefore.vqa.network.AnswerForm;
import dev.wherefore.vqa.network.GivenInputs;
import dev.wherefore.vqa.network.JoinedVqa;
import dev.wherefore.vqa.network.LogitForm;
import dev.wherefore.vqa.network.SaidAnswers;
import dev.wherefore.vqa.network.SaidForm;
import dev.wherefore.vqa.network.VqaNetwork;
import dev.wherefore.vqa.support.Fixture;
import dev.wherefore.vqa.support.Probing;
import dev.wherefore.vqa.support.Probing.Probed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Networks exported from Hugging Face's transformers give what PyTorch computes on them. */
class ExportedVqaTest {

    private static final double TOLERANCE = 1e-4;

    /** An exported network and what is expected of it. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody changes the arrays
    private enum Exported {
        VILT(
                "tiny-vilt",
                "image_tokens.1",
                "vilt.embeddings.text_embeddings.word_embeddings",
                Layout.tokens(0, 4, 4)),
        BLIP(
                "tiny-blip-vqa",
                "vision_model.layernorm",
                "text_encoder.embeddings.word_embeddings",
                Layout.tokens(1, 4, 4));

        private final String layer;
        private final String words;
        private final Layout layout;
        private final String name;
        private final Map<String, NpyArray> arrays;

        Exported(String name, String layer, String words, Layout layout) {
            this.name = name;
            this.layer = layer;
            this.words = words;
            this.layout = layout;
            this.arrays = NpzFile.read(Fixture.path(name + "/expected.npz"));
        }

        NpyArray array(String key) {
            return Objects.requireNonNull(arrays.get(key), key);
        }

        float[] floats(String key) {
            return array(key).toFloats();
        }

        Optional<LayerRun> words() {
            return Optional.of(LayerRun.parse(words));
        }

        VqaNetwork open(AnswerForm form) {
            TorchScriptNetwork network =
                    TorchScriptNetwork.load(Fixture.path(name + "/vqa.pt"), Device.cpu());
            boolean says = this == BLIP;
            return new JoinedVqa(
                    network,
                    GivenInputs.of(network.inputs(), List.of(), says, 0),
                    "",
                    "",
                    words(),
                    form);
        }

        NDArray images(NDManager scope) {
            return Reference.ndarray(scope, array("image"));
        }

        /** A question as it is given, filled up. */
        long[] question(int row) {
            long[] all = array("question_ids").toLongs();
            return Arrays.copyOfRange(all, 10 * row, 10 * row + 10);
        }
    }

    /** What BLIP was asked about: its two answers, and one more. */
    private static final SaidAnswers SAID =
            new SaidAnswers(35, 3, List.of(said(0), said(1), new int[] {9, 8}));

    private static int[] said(int row) {
        long[] all = Exported.BLIP.array("answer_ids").toLongs();
        return Arrays.stream(all, 5 * row, 5 * row + 5)
                .mapToInt(Math::toIntExact)
                .filter(id -> id != 0 && id != 3 && id != 35)
                .toArray();
    }

    private static Inputs inputs(NDManager scope, NDArray images, long[] ids, long[] about) {
        long pictures = images.getShape().get(0);
        long questions = about.length / pictures;
        long length = ids.length / about.length;
        return VqaNetwork.inputs(
                images,
                scope.create(ids, new Shape(pictures, questions, length)),
                scope.create(about, new Shape(pictures, questions)));
    }

    private static Target logit(List<Integer> answers) {
        return new ClassTarget(answers, ScoreKind.LOGIT, Likelihood.SOFTMAX, "", "answers");
    }

    private static float[] raw(Explanation explanation) {
        return explanation.raw().get(0).toArray();
    }

    @Test
    void viltsLogitsActivationsAndGradientsArePyTorchs() {
        Exported vilt = Exported.VILT;
        List<Integer> answers =
                Arrays.stream(vilt.array("answer").toLongs()).mapToObj(Math::toIntExact).toList();
        try (VqaNetwork network = vilt.open(new LogitForm());
                NDManager scope = network.newScope()) {
            Inputs both =
                    inputs(
                            scope,
                            vilt.images(scope),
                            vilt.array("question_ids").toLongs(),
                            new long[2]);
            for (String place : List.of("", "words_")) {
                String layer = place.isEmpty() ? vilt.layer : vilt.words;
                Probed found =
                        Probing.at(
                                network,
                                both,
                                layer,
                                l ->
                                        l.get("0, {}", answers.get(0))
                                                .add(l.get("1, {}", answers.get(1))));
                assertProbed(vilt, place, found);
                assertClose(found.logits(), vilt.floats("logits"), TOLERANCE, "logits");
            }
            Inputs wide =
                    inputs(
                            scope,
                            Reference.ndarray(scope, vilt.array("wide_image")),
                            vilt.question(0),
                            new long[1]);
            assertClose(
                    Probing.plain(network, wide), vilt.floats("wide_logits"), TOLERANCE, "wide");
        }
    }

    private static void assertProbed(Exported network, String place, Probed found) {
        assertClose(
                found.activation(), network.floats(place + "activation"), TOLERANCE, place + "at");
        assertClose(
                found.gradient(),
                network.floats(place + "gradient"),
                TOLERANCE,
                place + "gradient");
    }

    @Test
    void questionsOfSeveralPicturesInViltAreEachAsIfAlone() {
        Exported vilt = Exported.VILT;
        try (VqaNetwork network = vilt.open(new LogitForm());
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            assertEachAsIfAlone(
                    vilt,
                    explainer,
                    scope,
                    new long[4],
                    List.of(logit(List.of(0, 7)), logit(List.of(3, 5)).minus(logit(List.of(1, 1)))),
                    List.of(logit(List.of(0)), logit(List.of(3)).minus(logit(List.of(1)))),
                    List.of(logit(List.of(7)), logit(List.of(5)).minus(logit(List.of(1)))));
        }
    }

    /** Two pictures of two questions each, in one pass and alone. */
    private static void assertEachAsIfAlone(
            Exported exported,
            Explainer explainer,
            NDManager scope,
            long[] about,
            List<Target> targets,
            List<Target> first,
            List<Target> second) {
        NDArray images = exported.images(scope);
        long[] ids =
                IntStream.of(0, 1, 1, 0)
                        .mapToObj(exported::question)
                        .flatMapToLong(Arrays::stream)
                        .toArray();
        Explanations together =
                explain(exported, explainer, inputs(scope, images, ids, about), targets);
        for (int row = 0; row < 4; row++) {
            int picture = row / 2;
            NDArray own = images.get(picture + ":" + (picture + 1));
            Explanations alone =
                    explain(
                            exported,
                            explainer,
                            inputs(
                                    scope,
                                    own,
                                    Arrays.copyOfRange(ids, 10 * row, 10 * row + 10),
                                    new long[] {about[row]}),
                            List.of((picture == 0 ? first : second).get(row % 2)));
            Explanation one = together.pictures().get(picture).get(row % 2);
            Explanation other = alone.pictures().get(0).get(0);
            String what = exported.name + " row " + row;
            assertThat(raw(other)).as(what).doesNotContain(Float.NaN);
            assertClose(raw(one), raw(other), TOLERANCE, what);
            assertClose(new float[] {one.score()}, new float[] {other.score()}, TOLERANCE, what);
            assertClose(
                    together.words().get(picture).get(row % 2),
                    alone.words().get(0).get(0),
                    TOLERANCE,
                    what + ", words");
        }
    }

    private static Explanations explain(
            Exported exported, Explainer explainer, Inputs inputs, List<Target> targets) {
        return explainer.explain(
                inputs,
                Probing.request(exported.layer, exported.layout, targets, new GradCam())
                        .withWords(exported.words()));
    }

    @Test
    void blipsAnswersHaveTheProbabilitiesAndGradientsOfPyTorch() {
        Exported blip = Exported.BLIP;
        float[] tokens = blip.floats("log_probabilities");
        try (VqaNetwork network = blip.open(new SaidForm(SAID));
                NDManager scope = network.newScope()) {
            Inputs both =
                    inputs(
                            scope,
                            blip.images(scope),
                            blip.array("question_ids").toLongs(),
                            new long[] {0, 1});
            for (String place : List.of("", "words_")) {
                String layer = place.isEmpty() ? blip.layer : blip.words;
                Probed found =
                        Probing.at(
                                network,
                                both,
                                layer,
                                p -> p.get("0, 0").log().add(p.get("1, 1").log()));
                assertProbed(blip, place, found);
                float[] all = found.logits();
                for (int row = 0; row < 2; row++) {
                    double sum = 0;
                    for (int t = 0; t < 4; t++) {
                        sum += tokens[4 * row + t];
                    }
                    assertClose(
                            new float[] {(float) Math.log(all[3 * row + row])},
                            new float[] {(float) sum},
                            TOLERANCE,
                            "answer " + row);
                    assertThat(all[3 * row + 1 - row]).as("not asked about").isZero();
                }
            }
        }
    }

    @Test
    void answersOfSeveralPicturesInBlipAreEachAsIfAlone() {
        try (VqaNetwork network = Exported.BLIP.open(new SaidForm(SAID));
                NDManager scope = network.newScope();
                Explainer explainer = new Explainer(network)) {
            assertEachAsIfAlone(
                    Exported.BLIP,
                    explainer,
                    scope,
                    new long[] {0, 2, 1, 0},
                    List.of(said(0, 1), said(2, 0)),
                    List.of(said(0, -1), said(2, -1)),
                    List.of(said(1, -1), said(0, -1)));
        }
    }

    /** The log-probability of an answer, and of another in the second picture. */
    private static Target said(int first, int second) {
        return new ClassTarget(
                second < 0 ? List.of(first) : List.of(first, second),
                ScoreKind.LOG_PROBABILITY,
                Likelihood.PROBABILITIES,
                VqaNetwork.LOGITS,
                "answers");
    }

    @Test
    void blipIsAskedForTheProbabilityOfEveryAnswer() {
        Exported blip = Exported.BLIP;
        try (VqaNetwork network = blip.open(new SaidForm(SAID));
                NDManager scope = network.newScope()) {
            NDArray ids = scope.create(blip.array("question_ids").toLongs(), new Shape(2, 10));
            VqaNetwork.Seen seen = network.see(scope, blip.images(scope));
            float[] all = seen.logits(scope, 1, ids).toFloatArray();
            assertThat(all).hasSize(6).doesNotContain(0f);
            for (int answer = 0; answer < 3; answer++) {
                for (int question = 0; question < 2; question++) {
                    float[] alone =
                            Probing.plain(
                                    network,
                                    inputs(
                                            scope,
                                            blip.images(scope).get("1:2"),
                                            blip.question(question),
                                            new long[] {answer}));
                    assertClose(
                            new float[] {all[3 * question + answer]},
                            new float[] {alone[answer]},
                            TOLERANCE,
                            "answer " + answer);
                }
            }
        }
    }
}
