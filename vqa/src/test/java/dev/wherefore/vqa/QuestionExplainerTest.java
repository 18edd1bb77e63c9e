package dev.wherefore.vqa;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Picture;
import dev.wherefore.vqa.answer.AnsweredQuestion;
import dev.wherefore.vqa.answer.AnsweredQuestion.Missing;
import dev.wherefore.vqa.answer.AnsweredQuestion.QuestionWord;
import dev.wherefore.vqa.support.SmallAnswerer;
import dev.wherefore.vqa.support.VqaTrial;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions are answered and their answers explained as the config wishes, together or alone. */
class QuestionExplainerTest {

    private static final String THREE =
            "questions=[{ask: 'what colour is the bus?', answer: red}, {ask: 'is there a cat?'},"
                    + " {ask: 'how many'}]";

    @TempDir Path folder;
    private VqaTrial trial = new VqaTrial(Path.of(""));
    private final Picture picture = VqaTrial.picture(40, 30, 2);

    @BeforeEach
    void writeAnswerer() throws IOException {
        SmallAnswerer.write(folder);
        trial = new VqaTrial(folder);
    }

    private ExplainedPicture explain(Picture one, String... settings) throws IOException {
        try (PictureExplainer explainer = trial.open(settings)) {
            return explainer.explain(List.of(one)).get(0);
        }
    }

    private static List<AnsweredQuestion> told(ExplainedPicture picture) {
        return ((List<?>) Objects.requireNonNull(picture.details().get("questions")))
                .stream().map(AnsweredQuestion.class::cast).toList();
    }

    private static List<String> titles(ExplainedPicture picture) {
        return picture.findings().stream().map(Finding::title).toList();
    }

    private static float[] raw(Finding finding) {
        return finding.explanation().raw().get(0).toArray();
    }

    private static void assertSame(ExplainedPicture a, ExplainedPicture b) {
        assertThat(titles(a)).isEqualTo(titles(b));
        for (int i = 0; i < a.findings().size(); i++) {
            Explanation one = a.findings().get(i).explanation();
            Explanation other = b.findings().get(i).explanation();
            assertThat(one.target()).isEqualTo(other.target());
            assertClose(new float[] {one.score()}, new float[] {other.score()}, 1e-4, one.target());
            assertClose(raw(a.findings().get(i)), raw(b.findings().get(i)), 1e-3, one.target());
        }
        for (int q = 0; q < told(a).size(); q++) {
            AnsweredQuestion one = told(a).get(q);
            AnsweredQuestion other = told(b).get(q);
            assertThat(one.answer()).isEqualTo(other.answer());
            assertClose(contributions(one), contributions(other), 1e-3, one.question());
        }
    }

    private static float[] contributions(AnsweredQuestion question) {
        float[] all = new float[question.words().size()];
        for (int w = 0; w < all.length; w++) {
            all[w] = question.words().get(w).contribution().orElseThrow();
        }
        return all;
    }

    @Test
    void questionsTogetherAreAnsweredAsEachAlone() throws IOException {
        ExplainedPicture all = explain(picture, THREE, "targets=[{top: 2}]");
        assertThat(all.predictions()).hasSize(3);
        assertThat(all.findings()).hasSize(6);
        assertThat(all.illustrations())
                .map(sheet -> sheet.name())
                .containsExactly("question-1", "question-2", "question-3");
        List<String> asked = List.of("what colour is the bus?", "is there a cat?", "how many");
        for (int q = 0; q < 3; q++) {
            ExplainedPicture alone =
                    explain(
                            picture,
                            "questions=[{ask: '" + asked.get(q) + "'}]",
                            "targets=[{top: 2}]");
            Prediction one = all.predictions().get(q);
            Prediction other = alone.predictions().get(0);
            assertThat(one.label()).isEqualTo(other.label()).startsWith(asked.get(q) + " ");
            assertThat(one.probability()).isCloseTo(other.probability(), within(1e-5f));
            for (int t = 0; t < 2; t++) {
                Finding finding = all.findings().get(2 * q + t);
                assertThat(finding.title())
                        .isEqualTo(asked.get(q) + " " + alone.findings().get(t).title());
                assertClose(raw(finding), raw(alone.findings().get(t)), 1e-3, finding.title());
            }
            assertClose(
                    contributions(told(all).get(q)),
                    contributions(told(alone).get(0)),
                    1e-3,
                    asked.get(q));
        }
    }

    @Test
    void theOrderTheSizesAndTheCompanyOfPicturesDoNotMatter() throws IOException {
        List<Picture> pictures =
                List.of(picture, VqaTrial.picture(64, 64, 3), VqaTrial.picture(50, 70, 9));
        String preprocess = "preprocess={preset: none, resize: {to: 32}}";
        try (PictureExplainer explainer = trial.open(THREE, preprocess, "targets=[{top: 2}]")) {
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
    void targetsAreTheAnswersThatTheyName() throws IOException {
        ExplainedPicture found =
                explain(
                        picture,
                        "targets=[{answer: red}, {top: 2}, {runner-up: true},"
                                + " {answer: red, instead-of: 6}, {answer: red, negative: true},"
                                + " {answer: red, score: log-probability}]");
        List<AnsweredQuestion.Answer> ranked = told(found).get(0).answers();
        String first = ranked.get(0).answer();
        String second = ranked.get(1).answer();
        assertThat(titles(found))
                .containsExactly(
                        "red",
                        first,
                        second,
                        first + " instead of " + second,
                        "red instead of blue",
                        "against red",
                        "red");
        float[] scores = new float[7];
        for (int i = 0; i < 7; i++) {
            scores[i] = found.findings().get(i).explanation().score();
        }
        assertThat(scores[1]).isCloseTo(ranked.get(0).score(), within(1e-4f));
        assertThat(scores[3]).isCloseTo(scores[1] - scores[2], within(1e-4f));
        assertThat(scores[5]).isCloseTo(-scores[0], within(1e-4f));
        float probability =
                ranked.stream()
                        .filter(a -> a.answer().equals("red"))
                        .findFirst()
                        .orElseThrow()
                        .probability();
        assertThat((double) scores[6]).isCloseTo(Math.log(probability), within(1e-4));
        float[] difference = raw(found.findings().get(1));
        float[] other = raw(found.findings().get(2));
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other[i];
        }
        assertClose(raw(found.findings().get(3)), difference, 1e-4, "instead of");
        assertThat(found.findings().get(6).explanation().target())
                .isEqualTo("log-probability of red");
    }

    @Test
    void probabilitiesAreThoseOfAllAnswers() throws IOException {
        AnsweredQuestion told = told(explain(picture)).get(0);
        assertThat(told.answers()).hasSize(SmallAnswerer.ANSWERS.size());
        double sum = 0;
        for (AnsweredQuestion.Answer answer : told.answers()) {
            sum += answer.probability();
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(told.answer()).isEqualTo(told.answers().get(0).answer());
        AnsweredQuestion sigmoid = told(explain(picture, "model.scores=sigmoid")).get(0);
        assertThat((double) sigmoid.probability())
                .isCloseTo(1 / (1 + Math.exp(-sigmoid.answers().get(0).score())), within(1e-5));
    }

    @Test
    void aPictureOfOneColourAddsNothingToAnAnswer() throws IOException {
        BufferedImage plain = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.setColor(new Color(90, 120, 30));
        pen.fillRect(0, 0, 32, 32);
        pen.dispose();
        AnsweredQuestion told = told(explain(Picture.of(plain, "plain"), THREE)).get(0);
        Missing missing = told.withoutPicture().orElseThrow();
        assertThat(missing.answer()).isEqualTo(told.answer());
        assertThat(told.fromPicture().orElseThrow()).isCloseTo(0f, within(1e-4f));
        assertThat(told.sentence()).endsWith(": the question alone would have got the same answer");
        AnsweredQuestion other = told(explain(picture, THREE)).get(0);
        Missing unseen = other.withoutPicture().orElseThrow();
        assertThat((double) other.fromPicture().orElseThrow())
                .isCloseTo(Math.log(other.probability() / unseen.ofTheAnswer()), within(1e-4));
        assertThat(Math.abs(other.fromPicture().orElseThrow())).isGreaterThan(1e-3f);
    }

    @Test
    void leavingOutAWordIsAskingTheShorterQuestion() throws IOException {
        AnsweredQuestion told = told(explain(picture)).get(0);
        List<String> words = told.words().stream().map(QuestionWord::word).toList();
        assertThat(words).containsExactly("what", "colour", "is", "the", "bus", "?");
        for (int left = 0; left < words.size(); left++) {
            int without = left;
            String shorter =
                    String.join(
                            " ",
                            IntStream.range(0, words.size())
                                    .filter(w -> w != without)
                                    .mapToObj(words::get)
                                    .toList());
            AnsweredQuestion alone =
                    told(explain(picture, "questions=[{ask: '" + shorter + "'}]")).get(0);
            QuestionWord word = told.words().get(left);
            assertThat(word.answerWithoutIt()).hasValue(alone.answer());
            float probability =
                    alone.answers().stream()
                            .filter(a -> a.answer().equals(told.answer()))
                            .findFirst()
                            .orElseThrow()
                            .probability();
            assertThat(word.withoutIt().orElseThrow()).isCloseTo(probability, within(1e-5f));
        }
    }

    @Test
    void whatIsNotAskedForIsNotTold() throws IOException {
        AnsweredQuestion told =
                told(explain(picture, "prior={picture: false, question: false, words: false}"))
                        .get(0);
        assertThat(told.withoutPicture()).isEmpty();
        assertThat(told.withoutQuestion()).isEmpty();
        assertThat(told.fromPicture()).isEmpty();
        assertThat(told.words()).allMatch(word -> word.withoutIt().isEmpty());
        assertThat(told.sentence()).startsWith("'" + told.answer() + "' has ").endsWith(" %");
    }

    @Test
    void rightAnswersAreComparedWhereTheyAreKnown() throws IOException {
        List<AnsweredQuestion> told = told(explain(picture, THREE));
        assertThat(told.get(0).expected()).containsExactly("red");
        assertThat(told.get(0).accuracy()).hasValue(told.get(0).answer().equals("red") ? 1.0 : 0.0);
        assertThat(told.get(1).accuracy()).isEmpty();
    }

    @Test
    void aFileAsksItsOwnOfEachPictureAndNothingOfSome() throws IOException {
        List<Picture> pictures =
                IntStream.range(0, 3).mapToObj(i -> VqaTrial.picture(32, 32, i + 1)).toList();
        for (int i = 0; i < 3; i++) {
            ImageIO.write(
                    pictures.get(i).toBufferedImage(),
                    "png",
                    folder.resolve("p" + i + ".png").toFile());
        }
        Files.writeString(
                folder.resolve("asked.csv"),
                """
                picture,question,answer
                p0.png,what colour is the bus?,red
                p2.png,is there a cat?,no
                p2.png,how many cat are there?,2
                p2.png,what is the zebra?,cat
                """);
        String[] settings = {
            "questions=[]",
            "question-file={questions: " + folder.resolve("asked.csv") + "}",
            "images=" + folder.resolve("p*.png"),
            "targets=[{top: 2}]"
        };
        try (PictureExplainer explainer = trial.open(settings)) {
            List<Picture> read =
                    IntStream.range(0, 3)
                            .mapToObj(
                                    i ->
                                            Picture.of(
                                                    pictures.get(i).toBufferedImage(),
                                                    folder.resolve("p" + i + ".png").toString()))
                            .toList();
            List<ExplainedPicture> found = explainer.explain(read);
            assertThat(found.get(0).findings()).hasSize(2);
            assertThat(found.get(1).findings()).isEmpty();
            assertThat(found.get(1).predictions()).isEmpty();
            assertThat(told(found.get(1))).isEmpty();
            assertThat(found.get(2).findings()).hasSize(6);
            assertThat(told(found.get(2)))
                    .map(AnsweredQuestion::question)
                    .containsExactly(
                            "is there a cat?", "how many cat are there?", "what is the zebra?");
            for (int i = 0; i < 3; i++) {
                assertSame(found.get(i), explainer.explain(List.of(read.get(i))).get(0));
            }
        }
    }
}
