package dev.wherefore.vqa;

import dev.wherefore.vqa.answer.AnsweredQuestion;
import dev.wherefore.vqa.answer.AnsweredQuestion.QuestionWord;
import java.util.List;

/**
 * What the words of a question weigh: what each adds to the answer, or, of a network whose
 * embedding is not known, how much less probable the answer is without it.
 *
 * @param question the question and its answers
 */
record WordWeights(AnsweredQuestion question) {

    private boolean hasContributions() {
        return question.words().stream().allMatch(word -> word.contribution().isPresent());
    }

    /** Whether anything is known of the words. */
    boolean known() {
        return hasContributions()
                || question.words().stream().anyMatch(word -> word.withoutIt().isPresent());
    }

    /** What the weights mean. */
    String meaning() {
        return hasContributions()
                ? "what each word adds to the answer (gradient x embedding)"
                : "how much less probable the answer is without each word";
    }

    /** The words' weights over the largest, in [-1, 1]. */
    List<Double> shares() {
        double largest =
                question.words().stream()
                        .mapToDouble(word -> Math.abs(weight(word)))
                        .max()
                        .orElse(0);
        return question.words().stream()
                .map(word -> largest > 0 ? weight(word) / largest : 0)
                .toList();
    }

    private double weight(QuestionWord word) {
        return hasContributions()
                ? word.contribution().orElse(0f)
                : word.withoutIt().map(p -> question.probability() - p).orElse(0f);
    }
}
