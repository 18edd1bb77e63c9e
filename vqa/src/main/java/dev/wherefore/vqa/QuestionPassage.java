package dev.wherefore.vqa;

import dev.wherefore.core.experiment.Passage;
import dev.wherefore.core.experiment.Passage.Bar;
import dev.wherefore.core.experiment.Passage.Piece;
import dev.wherefore.vqa.answer.AnsweredQuestion;
import dev.wherefore.vqa.answer.AnsweredQuestion.Answer;
import dev.wherefore.vqa.answer.AnsweredQuestion.QuestionWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A question as a report shows it: its words with what they do for the answer, and its answers.
 *
 * @param question the question and its answers
 * @param words what each word weighs
 * @param first the place of the question's first target among those of the picture, from 0
 * @param titles what of the answers is explained: {@code "red"}, {@code "red instead of blue"}
 */
record QuestionPassage(
        AnsweredQuestion question, WordWeights words, int first, List<String> titles) {

    private static final int MOST = 5;

    Passage passage() {
        List<String> notes = new ArrayList<>();
        notes.add(question.sentence());
        question.withoutQuestion()
                .ifPresent(
                        missing ->
                                notes.add(
                                        "without a question the answer is '%s' (%s)"
                                                .formatted(
                                                        missing.answer(),
                                                        Passage.percent(missing.probability()))));
        question.accuracy()
                .ifPresent(
                        accuracy ->
                                notes.add(
                                        String.format(
                                                Locale.ROOT,
                                                "right answers: %s; accuracy %.2f",
                                                String.join(
                                                        ", ",
                                                        question.expected().stream()
                                                                .distinct()
                                                                .toList()),
                                                accuracy)));
        return new Passage(
                Passage.Kind.QUESTION,
                question.question(),
                pieces(),
                Optional.of(words.meaning()),
                IntStream.range(0, question.answers().size())
                        .filter(
                                i ->
                                        i < MOST
                                                || titles.contains(
                                                        question.answers().get(i).answer()))
                        .mapToObj(i -> bar(question.answers().get(i)))
                        .toList(),
                question.withoutPicture().isPresent()
                        ? "probability of each answer; the mark is its probability without the"
                                + " picture"
                        : "probability of each answer",
                also(),
                notes);
    }

    /** One answer instead of another, and answers that are none of the most probable ones. */
    private List<Piece> also() {
        List<String> barred = question.answers().stream().map(Answer::answer).toList();
        return IntStream.range(0, titles.size())
                .filter(i -> !barred.contains(titles.get(i)) || titles.indexOf(titles.get(i)) < i)
                .mapToObj(
                        i -> new Piece(titles.get(i), Optional.of(first + i), Optional.empty(), ""))
                .toList();
    }

    private List<Piece> pieces() {
        List<Double> shares = words.shares();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            QuestionWord word = question.words().get(i);
            pieces.add(
                    new Piece(
                            word.word(),
                            Optional.empty(),
                            words.known() ? Optional.of(shares.get(i)) : Optional.empty(),
                            tooltip(word)));
        }
        return pieces;
    }

    private String tooltip(QuestionWord word) {
        List<String> told = new ArrayList<>();
        word.contribution()
                .ifPresent(
                        adds ->
                                told.add(
                                        String.format(
                                                Locale.ROOT, "adds %.3f to the answer", adds)));
        word.withoutIt()
                .ifPresent(
                        probability ->
                                told.add(
                                        "without it '%s' has %s instead of %s"
                                                .formatted(
                                                        question.answer(),
                                                        Passage.percent(probability),
                                                        Passage.percent(question.probability()))));
        word.answerWithoutIt()
                .filter(other -> !other.equals(question.answer()))
                .ifPresent(other -> told.add("the answer would be '%s'".formatted(other)));
        return String.join("; ", told);
    }

    private Bar bar(Answer answer) {
        int target = titles.indexOf(answer.answer());
        String without =
                answer.withoutPicture()
                        .map(p -> "without the picture " + Passage.percent(p))
                        .orElse("");
        return new Bar(
                answer.answer(),
                answer.probability(),
                answer.withoutPicture().map(Float::doubleValue),
                without,
                target < 0 ? Optional.empty() : Optional.of(first + target));
    }
}
