package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Spearman's rank correlation: the correlation of the ranks of two lists of numbers. It is 1 where
 * both rise together, in whatever steps, -1 where one falls as the other rises, and about 0 where
 * they have nothing to do with each other. Equal numbers share the mean of their ranks, as in
 * SciPy's {@code spearmanr}.
 *
 * <p>Numbers that are all equal have no order, and so no correlation: the result is empty then,
 * where SciPy gives NaN.
 *
 * @see <a href="https://doi.org/10.2307/1412159">Spearman, The Proof and Measurement of Association
 *     between Two Things, 1904</a>
 */
public final class RankCorrelation {

    private RankCorrelation() {}

    /**
     * Returns the rank correlation of two lists.
     *
     * @param first N numbers, of any scale
     * @param second as many numbers, of any other scale
     * @return from -1 to 1, or nothing if all numbers of a list are equal
     * @throws IllegalArgumentException if the lists differ in length, or a number is NaN
     */
    public static OptionalDouble of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "%d numbers do not fit %d".formatted(first.length, second.length));
        }
        return Correlation.of(ranks(first), ranks(second));
    }

    /**
     * Returns the rank correlation of two maps, place by place.
     *
     * @param first a map {@code (h, w)}
     * @param second a map of the same size
     * @return from -1 to 1, or nothing if a map is the same everywhere
     * @throws IllegalArgumentException if the maps differ in size, or a value is NaN
     */
    public static OptionalDouble of(Plane first, Plane second) {
        if (first.height() != second.height() || first.width() != second.width()) {
            throw new IllegalArgumentException("%s does not fit %s".formatted(first, second));
        }
        return of(Correlation.numbers(first), Correlation.numbers(second));
    }

    /** The ranks from 1 to N, equal numbers at the mean of theirs. */
    private static double[] ranks(double[] numbers) {
        for (double number : numbers) {
            if (Double.isNaN(number)) {
                throw new IllegalArgumentException("NaN has no rank");
            }
        }
        double[] sorted = DoubleStream.of(numbers).map(n -> n + 0.0).sorted().toArray();
        double[] means = new double[sorted.length];
        int next = 0;
        while (next < sorted.length) {
            int first = next;
            while (next < sorted.length && sorted[next] == sorted[first]) {
                next++;
            }
            Arrays.fill(means, first, next, (first + 1 + next) / 2.0);
        }
        double[] ranks = new double[numbers.length];
        for (int i = 0; i < ranks.length; i++) {
            // any of equal numbers will do; adding 0 makes -0 and 0 the same
            ranks[i] = means[Arrays.binarySearch(sorted, numbers[i] + 0.0)];
        }
        return ranks;
    }
}
