package dev.wherefore.core.explain;

import dev.wherefore.core.image.Interpolation;
import dev.wherefore.core.image.Plane;
import java.util.ArrayList;
import java.util.List;

/** A tool's way from the evidence at each layer to one heatmap at the input's size. */
interface Scaling {

    /** How maps are enlarged. */
    Interpolation interpolation();

    /**
     * The heatmap, spread by itself.
     *
     * @param evidence a map for each layer, not negative
     */
    Plane heat(List<Plane> evidence, Fusion fusion, int height, int width);

    /** Whether heatmaps are in [0, 1]. */
    default boolean scales() {
        return true;
    }

    /**
     * The heatmap on a scale that several maps share: 1 is the largest of any of them.
     *
     * @param evidence a map for each layer, not negative
     * @param largest for each layer the largest value of all maps
     */
    default Plane shared(
            List<Plane> evidence, List<Float> largest, Fusion fusion, int height, int width) {
        return fusion.of(enlarged(evidence, largest, height, width, 0));
    }

    /**
     * The signed map in [-1, 1], where the tools have no rule: over the largest magnitude, so that
     * 0 stays 0; several layers by their mean.
     *
     * @param raw a map for each layer
     * @param largest for each layer the magnitude that becomes 1
     */
    default Plane signed(List<Plane> raw, List<Float> largest, int height, int width) {
        return Fusion.MEAN.of(enlarged(raw, largest, height, width, -1));
    }

    private List<Plane> enlarged(
            List<Plane> maps, List<Float> largest, int height, int width, float least) {
        List<Plane> enlarged = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            float top = largest.get(i);
            Plane scaled = maps.get(i).map(v -> top > 0 ? v / top : 0);
            Plane large = interpolation().resize(scaled, height, width);
            // cubic interpolation overshoots
            enlarged.add(large.map(v -> Math.max(least, Math.min(v, 1))));
        }
        return enlarged;
    }

    /** The map less its minimum, over its maximum and a small number. */
    static Plane spread(Plane map, float epsilon) {
        float min = map.min();
        float range = map.max() - min + epsilon;
        return map.map(v -> (v - min) / range);
    }
}
