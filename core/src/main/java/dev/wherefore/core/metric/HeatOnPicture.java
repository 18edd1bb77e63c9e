package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;

/**
 * A heatmap in the pixels of the user's own picture, to be measured against what is true of it.
 *
 * @param map the heat, {@code (picture height, picture width)}; what is not above 0 is cold, NaN
 *     too; 0 where the network saw nothing
 * @param evidence whether the map says anything: false for one without anything positive and for a
 *     constant one, which every metric counts as a miss
 */
public record HeatOnPicture(Plane map, boolean evidence) {

    /**
     * Returns a heatmap that says something if it has a positive value and is not constant.
     *
     * @param map the heat, {@code (picture height, picture width)}
     * @return the heatmap
     */
    public static HeatOnPicture of(Plane map) {
        float max = 0;
        float min = Float.POSITIVE_INFINITY;
        for (float value : map.toArray()) {
            max = value > max ? value : max;
            min = value > 0 ? Math.min(min, value) : Math.min(min, 0);
        }
        return new HeatOnPicture(map, max > 0 && Float.isFinite(max) && min < max);
    }
}
