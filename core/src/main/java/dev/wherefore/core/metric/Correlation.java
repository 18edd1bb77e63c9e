package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import java.util.OptionalDouble;

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
        if (!(first.min() < first.max() && second.min() < second.max())) {
            return OptionalDouble.empty();
        }
        float[] one = first.toArray();
        float[] other = second.toArray();
        double oneMean = mean(one);
        double otherMean = mean(other);
        double together = 0;
        double oneSquares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            double a = one[i] - oneMean;
            double b = other[i] - otherMean;
            together += a * b;
            oneSquares += a * a;
            otherSquares += b * b;
        }
        double correlation = together / Math.sqrt(oneSquares * otherSquares);
        return Double.isNaN(correlation)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(-1, Math.min(1, correlation)));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
