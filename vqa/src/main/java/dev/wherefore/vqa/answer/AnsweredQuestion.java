package dev.wherefore.vqa.answer;

import java.util.List;
import java.util.Optional;

/**
 * What {@code result.json} tells of a question.
 *
 * @param question the question
 * @param answer the most probable answer
 * @param probability its probability
 * @param answers the most probable answers, ten at most
 * @param withoutPicture what is answered without the picture
 * @param withoutQuestion what is answered without a question
 * @param fromPicture how much the picture adds to the answer's log-probability, in nats
 * @param words what each word of the question did for the answer
 * @param expected the right answer, or the people's answers, where they are known
 * @param accuracy how right the answer is, from 0 to 1, as VQA counts
 * @param sentence the same in short
 */
public record AnsweredQuestion(
        String question,
        String answer,
        float probability,
        List<Answer> answers,
        Optional<Missing> withoutPicture,
        Optional<Missing> withoutQuestion,
        Optional<Float> fromPicture,
        List<QuestionWord> words,
        List<String> expected,
        Optional<Double> accuracy,
        String sentence) {

    /** Copies the lists. */
    public AnsweredQuestion {
        answers = List.copyOf(answers);
        words = List.copyOf(words);
        expected = List.copyOf(expected);
    }

    /**
     * An answer.
     *
     * @param answer what it is
     * @param score what the network gave for it
     * @param probability its probability
     * @param withoutPicture its probability without the picture
     */
    public record Answer(
            String answer, float score, float probability, Optional<Float> withoutPicture) {}

    /**
     * What is answered when something is missing.
     *
     * @param answer the most probable answer then
     * @param probability its probability
     * @param ofTheAnswer the probability then of what is answered with everything
     */
    public record Missing(String answer, float probability, float ofTheAnswer) {}

    /**
     * A word of the question.
     *
     * @param word the word
     * @param contribution what it adds to the explained number, gradient times embedding; of a
     *     network whose embedding is not known nothing
     * @param withoutIt the answer's probability if the word is left out
     * @param answerWithoutIt what is answered then
     */
    public record QuestionWord(
            String word,
            Optional<Float> contribution,
            Optional<Float> withoutIt,
            Optional<String> answerWithoutIt) {}
}
