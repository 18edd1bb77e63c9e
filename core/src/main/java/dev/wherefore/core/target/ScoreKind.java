package dev.wherefore.core.target;

import ai.djl.ndarray.NDArray;
import java.util.Locale;

/** Which of a class's numbers is meant. */
public enum ScoreKind {
    /** What the network gave, as it is. */
    LOGIT,
    /** Its probability. */
    PROBABILITY,
    /** The natural logarithm of its probability. */
    LOG_PROBABILITY;

    /**
     * Returns the numbers of all classes.
     *
     * @param scores {@code (R, K)}, what the network gave
     * @param likelihood how scores become probabilities
     * @return {@code (R, K)}
     */
    public NDArray of(NDArray scores, Likelihood likelihood) {
        return switch (this) {
            case LOGIT -> scores;
            case PROBABILITY -> likelihood.probability(scores);
            case LOG_PROBABILITY -> likelihood.logProbability(scores);
        };
    }

    /**
     * Returns the words for it.
     *
     * @return {@code "log-probability"}
     */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
