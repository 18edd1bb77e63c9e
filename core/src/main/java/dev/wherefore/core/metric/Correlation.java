package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Pearson's correlation of two maps, place by place: 1 where one is the other with more or less
 * contrast, 0 where they have nothing to do with each other, -1 where one is hot as the other is
 * cold.
 */
public final class Correlation {

    private Correlation() {}

    /**
     * Returns the correlation of two maps.
     *
     * @param first a map {@code (h, w)}
     * @param second a map of the same size
     * @return from -1 to 1, or nothing if a map is the same everywhere or holds what is no number
     * @throws IllegalArgumentException if the maps differ in size
     */
    public static OptionalDouble of(Plane first, Plane second) {
        if (first.height() != second.height() || first.width() != second.width()) {
            throw new IllegalArgumentException("%s does not fit %s".formatted(first, second));
        }
        return of(numbers(first), numbers(second));
    }

    /**
     * Returns the correlation of two lists.
     *
     * @param first N numbers
     * @param second as many numbers
     * @return from -1 to 1, or nothing if all numbers of a list are equal or one is no number
     */
    static OptionalDouble of(double[] first, double[] second) {
        if (!varies(first) || !varies(second)) {
            return OptionalDouble.empty();
        }
        double firstMean = mean(first);
        double secondMean = mean(second);
        double together = 0;
        double firstSquares = 0;
        double secondSquares = 0;
        for (int i = 0; i < first.length; i++) {
            double one = first[i] - firstMean;
            double other = second[i] - secondMean;
            together += one * other;
            firstSquares += one * one;
            secondSquares += other * other;
        }
        double correlation = together / Math.sqrt(firstSquares * secondSquares);
        return Double.isNaN(correlation)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(-1, Math.min(1, correlation)));
    }

    private static boolean varies(double[] values) {
        return DoubleStream.of(values).anyMatch(value -> value != values[0]);
    }

    /** The values of a map, row by row. */
    static double[] numbers(Plane map) {
        float[] values = map.toArray();
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
