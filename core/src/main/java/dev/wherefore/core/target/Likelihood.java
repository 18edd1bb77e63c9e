package dev.wherefore.core.target;

import ai.djl.ndarray.NDArray;

/** How a network's scores become probabilities. */
public enum Likelihood {
    /** The scores are logits of classes that exclude each other. */
    SOFTMAX {
        @Override
        public NDArray probability(NDArray scores) {
            return scores.softmax(1);
        }

        @Override
        public NDArray logProbability(NDArray scores) {
            return scores.logSoftmax(1);
        }
    },
    /** The scores are logits of classes each of which may be there or not. */
    SIGMOID {
        @Override
        public NDArray probability(NDArray scores) {
            return ai.djl.nn.Activation.sigmoid(scores);
        }

        @Override
        public NDArray logProbability(NDArray scores) {
            // log σ(x) = −log(1 + e^−x) = min(x, 0) − log(1 + e^−|x|): no overflow for any x
            return scores.minimum(0).sub(scores.abs().neg().exp().add(1).log());
        }
    },
    /** The scores are probabilities already: the network ends in a softmax or a sigmoid. */
    PROBABILITIES {
        @Override
        public NDArray probability(NDArray scores) {
            return scores;
        }

        @Override
        public NDArray logProbability(NDArray scores) {
            return scores.log();
        }
    };

    /**
     * Returns the probabilities.
     *
     * @param scores {@code (R, K)}, what the network gave for K classes
     * @return {@code (R, K)} in [0, 1]
     */
    public abstract NDArray probability(NDArray scores);

    /**
     * Returns the natural logarithms of the probabilities.
     *
     * @param scores {@code (R, K)}, what the network gave for K classes
     * @return {@code (R, K)}, at most 0
     */
    public abstract NDArray logProbability(NDArray scores);
}
