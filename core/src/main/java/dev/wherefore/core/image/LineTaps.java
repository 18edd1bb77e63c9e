package dev.wherefore.core.image;

/**
 * Which old places of a row or column make each new one, and with what weights, as numbers with a
 * fraction. (For pictures of 8 bits there is {@link FilterTaps}.)
 */
final class LineTaps {

    private final int[] first;
    private final double[][] weights;

    private LineTaps(int length) {
        this.first = new int[length];
        this.weights = new double[length][];
    }

    /** A number for each old place. */
    @FunctionalInterface
    interface Line {
        float at(int from);
    }

    /** The value at a new place. */
    float at(int place, Line line) {
        double sum = 0;
        for (int i = 0; i < weights[place].length; i++) {
            sum += weights[place][i] * line.at(first[place] + i);
        }
        return (float) sum;
    }

    /** Writes a row of weights for each new place, one for each of so many old ones. */
    void writeTo(float[] rows, int length) {
        for (int place = 0; place < weights.length; place++) {
            for (int i = 0; i < weights[place].length; i++) {
                rows[place * length + first[place] + i] = (float) weights[place][i];
            }
        }
    }

    /** As Pillow: the filter is as wide as the line shrinks, its weights sum to 1 at borders. */
    static LineTaps filter(Filter filter, int length, int newLength) {
        LineTaps taps = new LineTaps(newLength);
        double scale = (double) length / newLength;
        double shrink = Math.max(scale, 1);
        double support = filter.support() * shrink;
        for (int i = 0; i < newLength; i++) {
            double centre = (i + 0.5) * scale;
            int start = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(length, (int) (centre + support + 0.5));
            double[] own = new double[end - start];
            double sum = 0;
            for (int x = 0; x < own.length; x++) {
                own[x] = filter.weight((x + start - centre + 0.5) / shrink);
                sum += own[x];
            }
            for (int x = 0; x < own.length; x++) {
                own[x] /= sum;
            }
            taps.first[i] = start;
            taps.weights[i] = own;
        }
        return taps;
    }

    static LineTaps aligned(int length, int newLength) {
        LineTaps taps = new LineTaps(newLength);
        double scale = newLength > 1 ? (length - 1.0) / (newLength - 1) : 0;
        for (int i = 0; i < newLength; i++) {
            int before = Math.min((int) (i * scale), length - 1);
            double share = i * scale - before;
            boolean last = before == length - 1;
            taps.first[i] = before;
            taps.weights[i] = last ? new double[] {1} : new double[] {1 - share, share};
        }
        return taps;
    }

    static LineTaps nearest(int length, int newLength) {
        LineTaps taps = new LineTaps(newLength);
        float scale = (float) length / newLength;
        for (int i = 0; i < newLength; i++) {
            taps.first[i] = Math.min((int) (i * scale), length - 1);
            taps.weights[i] = new double[] {1};
        }
        return taps;
    }
}
