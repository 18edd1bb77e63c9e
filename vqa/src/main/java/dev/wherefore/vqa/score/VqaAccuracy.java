package dev.wherefore.vqa.score;

import dev.wherefore.vqa.data.AskedQuestion;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How right an answer is by the answers that people gave to the same question: an answer that three
 * of them gave is right. It is compared with all of them but one, and the mean is taken over who is
 * left out:
 *
 * <pre>accuracy = 1/N Σ_n min(1, (how many people other than n gave this answer) / 3)</pre>
 *
 * <p>With N = 10 people an answer that 1, 2, 3 or more of them gave has an accuracy of 0.3, 0.6,
 * 0.9 or 1. Answers are compared as {@link AnswerText} has them, except where all people wrote the
 * very same: then, as in the benchmark's program, what the network says must be just that, to the
 * letter.
 *
 * <p>VQA has ten answers for each question. Where there are fewer, the formula is the same; but
 * below four the 3 in it becomes N − 1, so that an answer that all gave is right. (The benchmark's
 * program gives at most (N − 1) / 3 there.) Where there is one answer, the accuracy is 1 if both
 * are the same as {@link AnswerText} has them, else 0.
 *
 * @see <a href="https://arxiv.org/abs/1505.00468">Antol et al., VQA: Visual Question Answering,
 *     2015</a>
 * @see <a href="https://visualqa.org/evaluation">VQA: evaluation</a>
 */
public final class VqaAccuracy {

    private static final int ENOUGH = 3;

    private VqaAccuracy() {}

    /**
     * Returns the accuracy of an answer.
     *
     * @param given what the network answered
     * @param answers what people answered, each as often as it was given, at least one
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no answer to compare with
     */
    public static double of(String given, List<String> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("an answer is compared with one or more");
        }
        List<String> asWritten = answers.stream().map(AnswerText::trimmed).toList();
        boolean differ = new HashSet<>(asWritten).size() > 1;
        if (!differ && answers.size() > 1) {
            return asWritten.get(0).equals(AnswerText.trimmed(given)) ? 1 : 0;
        }
        String wanted = AnswerText.normalised(given);
        List<Boolean> same =
                answers.stream().map(a -> AnswerText.normalised(a).equals(wanted)).toList();
        return answers.size() == 1 ? share(same.get(0)) : leftOut(same);
    }

    private static double share(boolean same) {
        return same ? 1 : 0;
    }

    private static double leftOut(List<Boolean> same) {
        long all = same.stream().filter(s -> s).count();
        int enough = Math.min(ENOUGH, same.size() - 1);
        return IntStream.range(0, same.size())
                .mapToDouble(n -> Math.min(1, (all - share(same.get(n))) / enough))
                .average()
                .orElseThrow();
    }

    /**
     * Returns the accuracy of an answer to a question.
     *
     * @param given what the network answered
     * @param question the question, with what people answered
     * @return from 0 to 1, or nothing if the question has no answer to compare with
     */
    public static OptionalDouble of(String given, AskedQuestion question) {
        List<String> answers = question.accepted();
        return answers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(of(given, answers));
    }
}
