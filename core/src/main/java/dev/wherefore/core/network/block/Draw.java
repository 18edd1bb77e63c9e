package dev.wherefore.core.network.block;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How the values that a parameter starts training with are drawn. */
public sealed interface Draw {

    /**
     * Fills an array; the same seed gives the same values on every machine.
     *
     * @param values filled
     * @param random where chance comes from
     */
    void fill(float[] values, SplittableRandom random);

    /**
     * The same value everywhere.
     *
     * @param value the value
     */
    record Constant(float value) implements Draw {

        @Override
        public void fill(float[] values, SplittableRandom random) {
            Arrays.fill(values, value);
        }
    }

    /**
     * Even between {@code -bound} and {@code bound}.
     *
     * @param bound at least 0
     */
    record Uniform(double bound) implements Draw {

        @Override
        public void fill(float[] values, SplittableRandom random) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }

        /**
         * PyTorch's own for convolutions and linear layers: 1 / sqrt of the inputs of an output.
         *
         * @param inputs how many values an output is made of
         * @return the distribution
         */
        public static Uniform ofInputs(long inputs) {
            return new Uniform(1 / Math.sqrt((double) inputs));
        }
    }

    /**
     * A normal distribution around 0.
     *
     * @param deviation its standard deviation
     */
    record Normal(double deviation) implements Draw {

        /**
         * He et al., <i>Delving Deep into Rectifiers</i>, 2015, arXiv 1502.01852, in the form that
         * keeps the size of gradients.
         */
        static Normal ofOutputs(long outputs) {
            return new Normal(Math.sqrt(2 / (double) outputs));
        }

        @Override
        public void fill(float[] values, SplittableRandom random) {
            // Box and Muller's way, with StrictMath: other random sources may change between JDKs
            for (int i = 0; i < values.length; i += 2) {
                double radius =
                        deviation * StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
                double angle = 2 * Math.PI * random.nextDouble();
                values[i] = (float) (radius * StrictMath.cos(angle));
                if (i + 1 < values.length) {
                    values[i + 1] = (float) (radius * StrictMath.sin(angle));
                }
            }
        }
    }
}
