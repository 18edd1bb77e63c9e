package dev.wherefore.core.evaluate;

import java.util.SplittableRandom;

/**
 * How often a scene counts in each of many imagined evaluations of other scenes: numbers drawn from
 * a Poisson distribution of mean 1. This is the bootstrap for data that are seen once only; all
 * maps of a scene get one weight, since they are not independent of each other.
 *
 * @see <a href="https://www.unofficialgoogledatascience.com/2015/08/">Najmi, An introduction to the
 *     Poisson bootstrap, 2015</a>
 */
public final class Resamples {

    /** How many evaluations are imagined. */
    public static final int COUNT = 1000;

    private static final double ENOUGH = Math.exp(-1);

    private Resamples() {}

    /**
     * Returns the weights of a scene.
     *
     * @param scene its place among all, from 0
     * @return {@link #COUNT} weights, the same scene always the same ones
     */
    public static byte[] weights(int scene) {
        SplittableRandom random = new SplittableRandom(scene);
        byte[] weights = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double product = random.nextDouble();
            while (product > ENOUGH) {
                weights[i]++;
                product *= random.nextDouble();
            }
        }
        return weights;
    }
}
