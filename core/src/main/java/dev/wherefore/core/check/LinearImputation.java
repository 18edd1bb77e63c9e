package dev.wherefore.core.check;

import java.util.Arrays;
import java.util.Optional;

/**
 * Solves for the removed places of a plane, each of which is the weighted mean of its neighbours.
 *
 * <p>The equations are symmetric and positive definite (a weighted Laplacian). They are solved by
 * conjugate gradients, preconditioned by the diagonal, until what is left of their right side is a
 * hundred-thousandth. The start is the solution of the same task at half the size, which knows what
 * is far away: without it large holes take as many steps as they are wide.
 */
final class LinearImputation {

    private static final double BESIDE = 1 / 6.0;
    private static final double ACROSS = 1 / 12.0;
    private static final double CLOSE = 1e-5;
    private static final int NEIGHBOURS = 8;

    /** Planes of a shorter side start from the mean of what is kept. */
    private static final int SMALL = 8;

    private final int height;
    private final int width;
    private final boolean[] removed;
    private final int[] places;

    /**
     * The eight neighbours of each unknown, in the order of reading: their places among the
     * unknowns; those that are none have the number after the last, which is always 0.
     */
    private final int[] unknownNeighbours;

    private final double[] diagonal;
    private final Optional<LinearImputation> half;

    /**
     * @param removed {@code height * width}, which places are to be filled, not all
     */
    LinearImputation(int height, int width, boolean[] removed) {
        this.height = height;
        this.width = width;
        this.removed = removed.clone();
        int[] numbers = new int[removed.length];
        int count = 0;
        for (int i = 0; i < removed.length; i++) {
            numbers[i] = removed[i] ? count++ : -1;
        }
        this.places = new int[count];
        this.unknownNeighbours = new int[count * NEIGHBOURS];
        this.diagonal = new double[count];
        for (int place = 0; place < removed.length; place++) {
            if (removed[place]) {
                join(place, numbers);
            }
        }
        boolean large = count > 0 && Math.min(height, width) > SMALL;
        this.half = large ? Optional.of(halved()) : Optional.empty();
    }

    private void join(int place, int[] numbers) {
        int unknown = numbers[place];
        places[unknown] = place;
        for (int n = 0; n < NEIGHBOURS; n++) {
            int neighbour = neighbour(place, n);
            boolean isUnknown = neighbour >= 0 && removed[neighbour];
            unknownNeighbours[unknown * NEIGHBOURS + n] =
                    isUnknown ? numbers[neighbour] : places.length;
            diagonal[unknown] += neighbour >= 0 ? weight(n) : 0;
        }
    }

    /** The place of a neighbour, in the order of reading, or -1 beyond the border. */
    private int neighbour(int place, int number) {
        // the place itself, the fifth of nine, is left out
        int ninth = number < NEIGHBOURS / 2 ? number : number + 1;
        int y = place / width + ninth / 3 - 1;
        int x = place % width + ninth % 3 - 1;
        return y >= 0 && y < height && x >= 0 && x < width ? y * width + x : -1;
    }

    private static double weight(int number) {
        boolean corner = number == 0 || number == 2 || number == 5 || number == 7;
        return corner ? ACROSS : BESIDE;
    }

    private LinearImputation halved() {
        boolean[] whole = new boolean[halfHeight() * halfWidth()];
        Arrays.fill(whole, true);
        for (int place = 0; place < removed.length; place++) {
            whole[onHalf(place)] &= removed[place];
        }
        return new LinearImputation(halfHeight(), halfWidth(), whole);
    }

    private int halfHeight() {
        return (height + 1) / 2;
    }

    private int halfWidth() {
        return (width + 1) / 2;
    }

    private int onHalf(int place) {
        return place / width / 2 * halfWidth() + place % width / 2;
    }

    /**
     * Fills the removed places of a plane.
     *
     * @param values {@code height * width}; what is at removed places does not count
     */
    void fill(double[] values) {
        int count = places.length;
        double[] known = known(values);
        double enough = CLOSE * CLOSE * scalar(known, known);
        double[] solution = start(values);
        double[] rest = new double[count];
        double[] image = new double[count];
        multiply(solution, image);
        for (int i = 0; i < count; i++) {
            rest[i] = known[i] - image[i];
        }
        double[] step = new double[count + 1];
        double slope = 1;
        // exact after as many steps as there are unknowns, were it not for rounding
        for (int n = 0; n < count && scalar(rest, rest) > enough; n++) {
            double last = slope;
            slope = 0;
            for (int i = 0; i < count; i++) {
                slope += rest[i] * rest[i] / diagonal[i];
            }
            double kept = n == 0 ? 0 : slope / last;
            for (int i = 0; i < count; i++) {
                step[i] = rest[i] / diagonal[i] + kept * step[i];
            }
            multiply(step, image);
            double length = slope / scalar(step, image);
            for (int i = 0; i < count; i++) {
                solution[i] += length * step[i];
                rest[i] -= length * image[i];
            }
        }
        for (int i = 0; i < count; i++) {
            values[places[i]] = solution[i];
        }
    }

    /** Where to start, and a 0 after the last. */
    private double[] start(double[] values) {
        double[] solution = new double[places.length + 1];
        if (half.isPresent()) {
            double[] small = onHalf(values);
            half.get().fill(small);
            for (int i = 0; i < places.length; i++) {
                solution[i] = small[onHalf(places[i])];
            }
        } else {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += removed[i] ? 0 : values[i];
            }
            Arrays.fill(solution, 0, places.length, sum / (values.length - places.length));
        }
        return solution;
    }

    /** The means of what is kept of four places each. */
    private double[] onHalf(double[] values) {
        double[] sums = new double[halfHeight() * halfWidth()];
        int[] counts = new int[sums.length];
        for (int place = 0; place < values.length; place++) {
            if (!removed[place]) {
                sums[onHalf(place)] += values[place];
                counts[onHalf(place)]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }

    /** What the kept neighbours of each removed place add up to. */
    private double[] known(double[] values) {
        double[] sums = new double[places.length];
        for (int i = 0; i < sums.length; i++) {
            for (int n = 0; n < NEIGHBOURS; n++) {
                int neighbour = neighbour(places[i], n);
                if (neighbour >= 0 && !removed[neighbour]) {
                    sums[i] += weight(n) * values[neighbour];
                }
            }
        }
        return sums;
    }

    private void multiply(double[] vector, double[] product) {
        int[] at = unknownNeighbours;
        for (int i = 0; i < product.length; i++) {
            int n = i * NEIGHBOURS;
            double beside =
                    vector[at[n + 1]] + vector[at[n + 3]] + vector[at[n + 4]] + vector[at[n + 6]];
            double across =
                    vector[at[n]] + vector[at[n + 2]] + vector[at[n + 5]] + vector[at[n + 7]];
            product[i] = diagonal[i] * vector[i] - BESIDE * beside - ACROSS * across;
        }
    }

    private static double scalar(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
