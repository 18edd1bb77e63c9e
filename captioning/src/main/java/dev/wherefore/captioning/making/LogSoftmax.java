package dev.wherefore.captioning.making;

import dev.wherefore.core.UserError;

/** The natural logarithm of a softmax. */
final class LogSoftmax {

    private LogSoftmax() {}

    /**
     * Returns the log-probabilities that logits stand for.
     *
     * @param logits {@code (vocabulary)}; minus infinity is probability 0
     * @return {@code (vocabulary)}, at most 0
     * @throws UserError if a logit is no number or infinitely high, or none is finite
     */
    static double[] of(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit); // NaN, if any is
        }
        if (!Double.isFinite(max)) {
            throw new UserError(
                    "the network's logits for the next token are not numbers: the largest is "
                            + max);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        double normaliser = max + Math.log(sum);
        double[] result = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            result[i] = logits[i] - normaliser;
        }
        return result;
    }
}
