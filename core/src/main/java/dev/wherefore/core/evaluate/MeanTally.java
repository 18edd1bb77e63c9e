package dev.wherefore.core.evaluate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes up values one by one and keeps their mean and what its 95 % interval is made of. */
public final class MeanTally {

    private static final double TAIL = 0.025;

    private final double[] sums = new double[Resamples.COUNT];
    private final long[] counts = new long[Resamples.COUNT];
    private double sum;
    private long count;

    /** Constructs a tally of nothing. */
    public MeanTally() {}

    /**
     * Takes up a value.
     *
     * @param value the value
     * @param weights those of its scene, see {@link Resamples}
     */
    public void add(double value, byte[] weights) {
        sum += value;
        count++;
        for (int i = 0; i < weights.length; i++) {
            sums[i] += weights[i] * value;
            counts[i] += weights[i];
        }
    }

    /**
     * Returns the mean with its interval.
     *
     * @return the estimate, nothing without a value
     */
    public Optional<Estimate> estimate() {
        if (count == 0) {
            return Optional.empty();
        }
        double[] means =
                IntStream.range(0, sums.length)
                        .filter(i -> counts[i] > 0)
                        .mapToDouble(i -> sums[i] / counts[i])
                        .toArray();
        return Optional.of(estimate(sum / count, means, count));
    }

    /**
     * A number with its interval.
     *
     * @param mean the number
     * @param means the same of imagined evaluations; may be none
     * @param count how many values it is made of
     */
    static Estimate estimate(double mean, double[] means, long count) {
        double[] known = means.length == 0 ? new double[] {mean} : means.clone();
        Arrays.sort(known);
        return new Estimate(mean, at(known, TAIL), at(known, 1 - TAIL), count);
    }

    /** A quantile of sorted numbers, by interpolation between the two nearest. */
    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
