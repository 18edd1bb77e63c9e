package dev.wherefore.core.target;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

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

        @Override
        public float[] probabilities(float[] scores) {
            double max = Double.NEGATIVE_INFINITY;
            for (float score : scores) {
                max = Math.max(max, score);
            }
            double sum = 0;
            for (float score : scores) {
                sum += Math.exp(score - max);
            }
            float[] result = new float[scores.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = (float) (Math.exp(scores[i] - max) / sum);
            }
            return result;
        }
    },
    /** The scores are logits of classes each of which may be there or not. */
    SIGMOID {
        @Override
        public NDArray probability(NDArray scores) {
            return Activation.sigmoid(scores);
        }

        @Override
        public NDArray logProbability(NDArray scores) {
            // log σ(x) = −log(1 + e^−x) = min(x, 0) − log(1 + e^−|x|): no overflow for any x
            // and min(x, 0) = −relu(−x), since minimum(Number) leaves Java's memory in the graph
            NDArray below = Activation.relu(scores.neg()).neg();
            return below.sub(scores.abs().neg().exp().add(1).log());
        }

        @Override
        public float[] probabilities(float[] scores) {
            float[] result = new float[scores.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = (float) (1 / (1 + Math.exp(-scores[i])));
            }
            return result;
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

        @Override
        public float[] probabilities(float[] scores) {
            return scores.clone();
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

    /**
     * Returns numbers that differ as logits do.
     *
     * @param scores {@code (R, K)}, what the network gave for K classes
     * @return {@code (R, K)}: the scores, or their logarithms where they are probabilities
     */
    public NDArray logits(NDArray scores) {
        if (this != PROBABILITIES) {
            return scores;
        }
        // the logarithm of 0 would make all gradients NaN
        return scores.maximum(scores.onesLike().mul(Float.MIN_NORMAL)).log();
    }

    /**
     * Returns the probabilities of one row, outside the engine.
     *
     * @param scores what the network gave for K classes
     * @return K numbers in [0, 1]
     */
    public abstract float[] probabilities(float[] scores);
}
