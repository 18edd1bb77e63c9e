package dev.wherefore.captioning.making;

import dev.wherefore.core.UserError;
import java.util.ArrayList;
import java.util.List;

/** Asks a network for the next tokens of drafts, and leaves out those that may not be made. */
final class NextStep {

    private final NextTokens next;
    private final CaptionLimits limits;

    NextStep(NextTokens next, CaptionLimits limits) {
        this.next = next;
        this.limits = limits;
    }

    /**
     * Returns the log-probability of each token to follow each draft.
     *
     * @param drafts at least one draft, all of one length
     * @return for each draft {@code (vocabulary)}, minus infinity for what may not be made
     */
    List<double[]> logProbabilities(List<Draft> drafts) {
        List<int[]> prefixes = drafts.stream().map(draft -> draft.prefix(limits)).toList();
        List<float[]> logits = next.logits(prefixes);
        if (logits.size() != drafts.size()) {
            throw new IllegalStateException(
                    "%d beginnings got logits for %d".formatted(drafts.size(), logits.size()));
        }
        List<double[]> all = new ArrayList<>();
        for (float[] row : logits) {
            all.add(allowed(row, drafts.get(0).length()));
        }
        return all;
    }

    private double[] allowed(float[] logits, int made) {
        if (limits.end() >= logits.length) {
            throw new UserError(
                    "the network gives logits for %d tokens, and captions end with token number %d;"
                                    .formatted(logits.length, limits.end())
                            + " the tokenizer belongs to another network, perhaps");
        }
        double[] result = LogSoftmax.of(logits);
        for (int token = 0; token < result.length; token++) {
            if (!limits.allows(token, made)) {
                result[token] = Double.NEGATIVE_INFINITY;
            }
        }
        return result;
    }

    /** The error where nothing can follow. */
    static UserError deadEnd(int made) {
        return new UserError(
                "the network gives probability 0 to all tokens that may follow the first " + made);
    }
}
