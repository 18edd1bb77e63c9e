package dev.wherefore.captioning.making;

import java.util.List;

/**
 * A caption that was made.
 *
 * @param tokens the tokens, without those that begin and end it; at least one
 * @param ended whether the network ended it; if not, it was as long as allowed
 * @param logProbability the natural logarithm of the probability that the network gives to all its
 *     tokens, the end included where it was made: the sum of their logits' log-softmax over the
 *     whole vocabulary, at most 0
 * @param score what captions are ordered by, higher first: the log-probability, over the length's
 *     penalty where there is one
 */
public record MadeCaption(
        List<Integer> tokens, boolean ended, double logProbability, double score) {

    /** Copies the tokens. */
    public MadeCaption {
        tokens = List.copyOf(tokens);
    }

    /**
     * Returns the tokens as a tokenizer takes them.
     *
     * @return the tokens' numbers, {@code (T)}
     */
    public int[] ids() {
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }
}
