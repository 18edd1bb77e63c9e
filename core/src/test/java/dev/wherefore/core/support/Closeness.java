package dev.wherefore.core.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.image.Plane;
import java.util.stream.IntStream;

/** Compares numbers relative to the largest magnitude expected. */
public final class Closeness {

    private Closeness() {}

    /**
     * Asserts that no value is farther off than {@code tolerance} times the largest expected one.
     */
    public static void assertClose(
            float[] actual, float[] expected, double tolerance, String what) {
        assertThat(actual.length).as(what + ": size").isEqualTo(expected.length);
        double largest = 0;
        double worst = 0;
        int where = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            double off = Math.abs(actual[i] - expected[i]);
            if (!(off <= worst)) {
                worst = off;
                where = i;
            }
        }
        assertThat(worst)
                .as(
                        "%s: largest difference, at %d: found %s, expected %s (largest %s)",
                        what, where, actual[where], expected[where], largest)
                .isLessThanOrEqualTo(tolerance * largest);
    }

    /** The largest difference of two maps of one size. */
    public static double largestDifference(Plane one, Plane other) {
        float[] first = one.toArray();
        float[] second = other.toArray();
        return IntStream.range(0, first.length)
                .mapToDouble(i -> Math.abs(first[i] - second[i]))
                .max()
                .orElse(0);
    }
}
