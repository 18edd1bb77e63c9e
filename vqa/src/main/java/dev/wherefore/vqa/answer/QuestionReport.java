package dev.wherefore.vqa.answer;

import dev.wherefore.core.target.Ranking;
import dev.wherefore.core.text.Word;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.answer.AnsweredQuestion.Answer;
import dev.wherefore.vqa.answer.AnsweredQuestion.Missing;
import dev.wherefore.vqa.answer.AnsweredQuestion.QuestionWord;
import dev.wherefore.vqa.asking.Answers;
import dev.wherefore.vqa.score.VqaAccuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts what a network answered, with everything and without something, into numbers and words. */
public final class QuestionReport {

    private static final int MOST = 10;

    /** From this share on of its probability an answer is said to come without the picture too. */
    private static final double MUCH = 0.5;

    private static final double LITTLE = 0.001;

    private final VqaModel model;
    private final Answers answers;
    private final float[] probabilities;
    private final List<Integer> ranking;
    private final int top;

    /**
     * Constructs the report.
     *
     * @param model the network
     * @param answers what it answered
     */
    public QuestionReport(VqaModel model, Answers answers) {
        this.model = model;
        this.answers = answers;
        this.probabilities = model.likelihood().probabilities(answers.scores());
        this.ranking = Ranking.of(answers.scores());
        this.top = ranking.get(0);
    }

    /**
     * Returns the report.
     *
     * @param contributions what each word of the question adds, if it is known
     * @return the numbers and the sentence
     */
    public AnsweredQuestion of(Optional<float[]> contributions) {
        Optional<Missing> unseen = answers.withoutPicture().map(this::missing);
        List<String> accepted = answers.asked().question().accepted();
        return new AnsweredQuestion(
                answers.asked().question().text(),
                model.answers().name(top),
                probabilities[top],
                ranking.stream().limit(MOST).map(this::answer).toList(),
                unseen,
                answers.withoutQuestion().map(this::missing),
                unseen.map(m -> (float) Math.log(probabilities[top] / m.ofTheAnswer())),
                words(contributions),
                accepted,
                accepted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(VqaAccuracy.of(model.answers().name(top), accepted)),
                sentence(unseen));
    }

    private Answer answer(int index) {
        return new Answer(
                model.answers().name(index),
                answers.scores()[index],
                probabilities[index],
                answers.withoutPicture().map(s -> model.likelihood().probabilities(s)[index]));
    }

    private Missing missing(float[] scores) {
        float[] then = model.likelihood().probabilities(scores);
        int best = Ranking.of(scores).get(0);
        return new Missing(model.answers().name(best), then[best], then[top]);
    }

    private List<QuestionWord> words(Optional<float[]> contributions) {
        List<QuestionWord> words = new ArrayList<>();
        List<Word> own = answers.asked().text().words();
        for (int w = 0; w < own.size(); w++) {
            int place = w;
            Optional<float[]> without =
                    answers.withoutWord().isEmpty()
                            ? Optional.empty()
                            : Optional.of(answers.withoutWord().get(w));
            words.add(
                    new QuestionWord(
                            own.get(w).surface(),
                            contributions.map(c -> c[place]),
                            without.map(s -> model.likelihood().probabilities(s)[top]),
                            without.map(s -> model.answers().name(Ranking.of(s).get(0)))));
        }
        return words;
    }

    private String sentence(Optional<Missing> unseen) {
        String answer = model.answers().name(top);
        if (unseen.isEmpty()) {
            return "'%s' has %s".formatted(answer, percent(probabilities[top]));
        }
        Missing missing = unseen.get();
        String both =
                "'%s' has %s with the picture and %s without it"
                        .formatted(
                                answer,
                                percent(probabilities[top]),
                                percent(missing.ofTheAnswer()));
        if (missing.ofTheAnswer() < MUCH * probabilities[top]) {
            return both + ": the answer comes from the picture";
        }
        return missing.answer().equals(answer)
                ? both + ": the question alone would have got the same answer"
                : both + ": much of the answer does not come from the picture";
    }

    private static String percent(double share) {
        if (share < LITTLE) {
            return "less than 0.1 %";
        }
        return share > 1 - LITTLE
                ? "more than 99.9 %"
                : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
