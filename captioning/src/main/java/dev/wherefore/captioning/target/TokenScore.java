package dev.wherefore.captioning.target;

import ai.djl.ndarray.NDArray;

/** Which of a token's numbers is meant. */
public enum TokenScore {
    /** The natural logarithm of its probability, given the tokens before it. */
    LOG_PROBABILITY,
    /** What the network gave, as it is. */
    LOGIT;

    private static final int VOCABULARY = 3;

    /**
     * Returns the numbers of all tokens.
     *
     * @param logits {@code (R, S, T, V)}, what the network gave
     * @return {@code (R, S, T, V)}
     */
    NDArray of(NDArray logits) {
        return this == LOGIT ? logits : logits.logSoftmax(VOCABULARY);
    }

    /**
     * Returns the words for it.
     *
     * @return {@code "log-probability"}
     */
    public String words() {
        return this == LOGIT ? "logit" : "log-probability";
    }
}
