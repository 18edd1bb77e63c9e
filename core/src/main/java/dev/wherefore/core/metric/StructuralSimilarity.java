package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;

/**
 * The structural similarity of two maps in [0, 1]: the mean over all windows of {@value #SIDE} by
 * {@value #SIDE} places that lie in the map of
 *
 * <pre>(2 μ₁μ₂ + c₁)(2 σ₁₂ + c₂) / ((μ₁² + μ₂² + c₁)(σ₁² + σ₂² + c₂))</pre>
 *
 * with c₁ = 0.01², c₂ = 0.03² and variances over one place less than there are: what scikit-image's
 * {@code structural_similarity} gives by default for a data range of 1. The window of a smaller map
 * is the largest odd square that fits.
 *
 * @see <a href="https://doi.org/10.1109/TIP.2003.819861">Wang et al., Image Quality Assessment:
 *     From Error Visibility to Structural Similarity, 2004</a>
 */
public final class StructuralSimilarity {

    private static final int SIDE = 7;
    private static final double MEANS = 0.01 * 0.01;
    private static final double VARIANCES = 0.03 * 0.03;

    private StructuralSimilarity() {}

    /**
     * Returns the similarity.
     *
     * @param first a map {@code (h, w)} in [0, 1]
     * @param second a map of the same size
     * @return from -1 to 1, 1 for equal maps
     * @throws IllegalArgumentException if the maps differ in size
     */
    public static double of(Plane first, Plane second) {
        if (first.height() != second.height() || first.width() != second.width()) {
            throw new IllegalArgumentException("%s does not fit %s".formatted(first, second));
        }
        int shorter = Math.min(first.height(), first.width());
        int side = Math.min(SIDE, shorter % 2 == 1 ? shorter : Math.max(1, shorter - 1));
        Sums ones = new Sums(first, first.map(v -> 1));
        Sums others = new Sums(second, second.map(v -> 1));
        Sums oneSquares = new Sums(first, first);
        Sums otherSquares = new Sums(second, second);
        Sums products = new Sums(first, second);
        double places = (double) side * side;
        double unbiased = places > 1 ? places / (places - 1) : 1;
        double sum = 0;
        long windows = 0;
        for (int y = 0; y + side <= first.height(); y++) {
            for (int x = 0; x + side <= first.width(); x++) {
                double one = ones.at(y, x, side) / places;
                double other = others.at(y, x, side) / places;
                double oneVaries = unbiased * (oneSquares.at(y, x, side) / places - one * one);
                double otherVaries =
                        unbiased * (otherSquares.at(y, x, side) / places - other * other);
                double together = unbiased * (products.at(y, x, side) / places - one * other);
                sum +=
                        (2 * one * other + MEANS)
                                * (2 * together + VARIANCES)
                                / ((one * one + other * other + MEANS)
                                        * (oneVaries + otherVaries + VARIANCES));
                windows++;
            }
        }
        return sum / windows;
    }

    /** The sums of two maps' product over all that lies above and left of a place. */
    private static final class Sums {

        private final double[][] until;

        Sums(Plane first, Plane second) {
            until = new double[first.height() + 1][first.width() + 1];
            for (int y = 0; y < first.height(); y++) {
                double row = 0;
                for (int x = 0; x < first.width(); x++) {
                    row += (double) first.at(y, x) * second.at(y, x);
                    until[y + 1][x + 1] = until[y][x + 1] + row;
                }
            }
        }

        double at(int top, int left, int side) {
            int bottom = top + side;
            int right = left + side;
            return until[bottom][right]
                    - until[top][right]
                    - until[bottom][left]
                    + until[top][left];
        }
    }
}
