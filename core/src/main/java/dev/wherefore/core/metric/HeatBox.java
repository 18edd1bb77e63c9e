package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import java.util.BitSet;
import java.util.Optional;

/**
 * The box around the hot part of a heatmap: the places that reach a share of the maximum, and of
 * these the largest connected segment (by pixels; the first from the top where two are as large).
 * Places are connected along sides and corners, as in the contour tracing of common evaluation
 * code.
 *
 * <p>Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
 * Localization", section 4.1, with the threshold of 15 %.
 *
 * @param x0 the first column
 * @param y0 the first row
 * @param x1 the column after the last
 * @param y1 the row after the last
 * @see <a href="https://arxiv.org/abs/1610.02391">the paper</a>
 */
public record HeatBox(int x0, int y0, int x1, int y1) {

    /** The share of the maximum that the paper cuts at. */
    public static final float PAPER_THRESHOLD = 0.15f;

    /**
     * Returns the box around the hot part of a heatmap.
     *
     * @param map the heatmap, {@code (h, w)}; NaN counts as cold
     * @param threshold the share of the maximum a hot place has at least, in (0, 1]
     * @return the box, or nothing where the map has nothing positive or is constant
     * @throws IllegalArgumentException if the threshold is out of range
     */
    public static Optional<HeatBox> of(Plane map, float threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be in (0, 1], found " + threshold);
        }
        float min = Float.POSITIVE_INFINITY;
        float max = 0;
        for (float value : map.toArray()) {
            if (!Float.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (max <= 0 || min == max) {
            return Optional.empty();
        }
        return Optional.of(largestSegment(map, threshold * max));
    }

    private static HeatBox largestSegment(Plane map, float level) {
        BitSet hot = new BitSet(map.height() * map.width());
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                hot.set(y * map.width() + x, map.at(y, x) >= level);
            }
        }
        HeatSegment largest = HeatSegment.take(hot, map.width(), hot.nextSetBit(0));
        int start = hot.nextSetBit(0);
        while (start >= 0) {
            HeatSegment next = HeatSegment.take(hot, map.width(), start);
            largest = next.size() > largest.size() ? next : largest;
            start = hot.nextSetBit(start);
        }
        return largest.box();
    }
}
