package dev.wherefore.captioning.making;

import java.util.ArrayList;
import java.util.List;

/**
 * A caption in the making.
 *
 * @param tokens what was made after the token that begins it, the end included
 * @param logProbability the sum of the tokens' log-probabilities
 */
record Draft(List<Integer> tokens, double logProbability) {

    static final Draft EMPTY = new Draft(List.of(), 0);

    int length() {
        return tokens.size();
    }

    Draft with(int token, double logProbabilityOfToken) {
        List<Integer> longer = new ArrayList<>(tokens);
        longer.add(token);
        return new Draft(longer, logProbability + logProbabilityOfToken);
    }

    boolean ended(CaptionLimits limits) {
        return !tokens.isEmpty() && tokens.get(length() - 1) == limits.end();
    }

    /** Whether nothing follows. */
    boolean finished(CaptionLimits limits) {
        return ended(limits) || length() == limits.longest();
    }

    /** What the network is given. */
    int[] prefix(CaptionLimits limits) {
        int[] prefix = new int[length() + 1];
        prefix[0] = limits.begin();
        for (int i = 0; i < length(); i++) {
            prefix[i + 1] = tokens.get(i);
        }
        return prefix;
    }

    MadeCaption made(CaptionLimits limits, double score) {
        boolean ended = ended(limits);
        List<Integer> said = ended ? tokens.subList(0, length() - 1) : tokens;
        return new MadeCaption(said, ended, logProbability, score);
    }
}
