package dev.wherefore.core.image;

/**
 * Which old pixels of a row or column make each new one, and with what weights: Pillow's {@code
 * precompute_coeffs} and {@code normalize_coeffs_8bpc}, in fixed point of 22 bits.
 *
 * @see <a
 *     href="https://github.com/python-pillow/Pillow/blob/main/src/libImaging/Resample.c">Pillow,
 *     Resample.c</a>
 */
final class FilterTaps {

    private static final int PRECISION = 32 - 8 - 2;
    private static final int HALF = 1 << (PRECISION - 1);

    private final int[] first;
    private final int[][] weights;

    private FilterTaps(int[] first, int[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /** Returns the taps of new places {@code from} to {@code to} (exclusive). */
    static FilterTaps of(Filter filter, int oldSize, int newSize, int from, int to) {
        double scale = (double) oldSize / newSize;
        double shrink = Math.max(scale, 1);
        double support = filter.support() * shrink;
        int[] first = new int[to - from];
        int[][] weights = new int[to - from][];
        for (int i = 0; i < first.length; i++) {
            double centre = (from + i + 0.5) * scale;
            int start = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(oldSize, (int) (centre + support + 0.5));
            double[] raw = new double[end - start];
            double sum = 0;
            for (int x = 0; x < raw.length; x++) {
                raw[x] = filter.weight((x + start - centre + 0.5) / shrink);
                sum += raw[x];
            }
            first[i] = start;
            weights[i] = fixedPoint(raw, sum);
        }
        return new FilterTaps(first, weights);
    }

    private static int[] fixedPoint(double[] raw, double sum) {
        int[] fixed = new int[raw.length];
        for (int i = 0; i < fixed.length; i++) {
            double weight = (sum == 0 ? raw[i] : raw[i] / sum) * (1 << PRECISION);
            fixed[i] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
        }
        return fixed;
    }

    /** The first old place that any of these new ones needs. */
    int start() {
        return first[0];
    }

    /** One past the last old place that any of these new ones needs. */
    int end() {
        int last = first.length - 1;
        return first[last] + weights[last].length;
    }

    /**
     * Returns new place {@code i} of these, out of samples {@code step} apart, rounded, 0 to 255.
     */
    byte apply(int i, byte[] samples, int origin, int step) {
        int sum = HALF;
        int at = origin + first[i] * step;
        for (int weight : weights[i]) {
            sum += (samples[at] & 0xff) * weight;
            at += step;
        }
        return (byte) Math.max(0, Math.min(255, sum >> PRECISION));
    }
}
