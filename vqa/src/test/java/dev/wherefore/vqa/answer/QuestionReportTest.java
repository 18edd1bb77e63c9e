package dev.wherefore.vqa.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.asking.Answers;
import dev.wherefore.vqa.asking.Asked;
import dev.wherefore.vqa.data.AskedQuestion;
import dev.wherefore.vqa.support.SmallAnswerer;
import dev.wherefore.vqa.support.VqaTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of an answer follows from its numbers. */
class QuestionReportTest {

    @TempDir Path folder;

    /** Scores that make red, blue and yes so probable. */
    private static float[] scores(double red, double blue, double yes) {
        float[] scores = new float[SmallAnswerer.ANSWERS.size()];
        Arrays.fill(scores, -100);
        scores[SmallAnswerer.ANSWERS.indexOf("red")] = (float) Math.log(red);
        scores[SmallAnswerer.ANSWERS.indexOf("blue")] = (float) Math.log(blue);
        scores[SmallAnswerer.ANSWERS.indexOf("yes")] = (float) Math.log(yes);
        return scores;
    }

    private AnsweredQuestion report(Optional<float[]> unseen, List<float[]> withoutWord)
            throws IOException {
        SmallAnswerer.write(folder);
        VqaTrial trial = new VqaTrial(folder);
        try (VqaModel model = trial.model(trial.config())) {
            Asked asked =
                    model.tokens()
                            .ask(
                                    new AskedQuestion(
                                            OptionalLong.empty(),
                                            "what colour",
                                            Optional.of("Red"),
                                            List.of(),
                                            Optional.empty()),
                                    UnknownWords.REFUSE);
            Answers answers =
                    new Answers(asked, scores(0.8, 0.15, 0.05), unseen, unseen, withoutWord);
            return new QuestionReport(model, answers).of(Optional.of(new float[] {0.5f, -2}));
        }
    }

    @Test
    void anAnswerThatIsGoneWithoutThePictureComesFromIt() throws IOException {
        AnsweredQuestion told = report(Optional.of(scores(0.1, 0.3, 0.6)), List.of());
        assertThat(told.sentence())
                .isEqualTo(
                        "'red' has 80.0 % with the picture and 10.0 % without it: the answer comes"
                                + " from the picture");
        assertThat((double) told.fromPicture().orElseThrow()).isCloseTo(Math.log(8), within(1e-4));
        assertThat(told.withoutPicture().orElseThrow().answer()).isEqualTo("yes");
        assertThat(told.accuracy()).hasValue(1.0);
        assertThat(told.answers().get(1).answer()).isEqualTo("blue");
        assertThat((double) told.answers().get(1).withoutPicture().orElseThrow())
                .isCloseTo(0.3, within(1e-4));
    }

    @Test
    void anAnswerThatStaysOwesToTheQuestion() throws IOException {
        assertThat(report(Optional.of(scores(0.7, 0.2, 0.1)), List.of()).sentence())
                .endsWith("70.0 % without it: the question alone would have got the same answer");
        assertThat(report(Optional.of(scores(0.45, 0.5, 0.05)), List.of()).sentence())
                .endsWith("45.0 % without it: much of the answer does not come from the picture");
        assertThat(report(Optional.of(scores(0.0001, 0.9, 0.1)), List.of()).sentence())
                .contains("and less than 0.1 % without it");
        assertThat(report(Optional.empty(), List.of()).sentence()).isEqualTo("'red' has 80.0 %");
    }

    @Test
    void wordsHaveWhatTheyAddAndWhatIsAnsweredWithoutThem() throws IOException {
        AnsweredQuestion told =
                report(Optional.empty(), List.of(scores(0.8, 0.1, 0.1), scores(0.2, 0.7, 0.1)));
        AnsweredQuestion.QuestionWord colour = told.words().get(1);
        assertThat(colour.word()).isEqualTo("colour");
        assertThat(colour.contribution()).hasValue(-2f);
        assertThat(colour.answerWithoutIt()).hasValue("blue");
        assertThat((double) colour.withoutIt().orElseThrow()).isCloseTo(0.2, within(1e-4));
        assertThat(told.words().get(0).answerWithoutIt()).hasValue("red");
    }
}
