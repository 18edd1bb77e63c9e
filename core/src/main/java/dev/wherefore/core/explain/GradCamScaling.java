package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from raw maps to a heatmap in [0, 1], as the {@code grad-cam} Python package goes it:
 * each layer's map is cut off below zero, spread to [0, 1] between its own minimum and maximum at
 * the layer's size, and enlarged (bilinear, corners not aligned); the layers' maps are joined, and
 * spread to [0, 1] again. Factors of a product are finished by themselves, so each is spread once
 * more before.
 */
final class GradCamScaling {

    private static final float EPSILON = 1e-7f;

    private GradCamScaling() {}

    /** The heatmap of one picture and target from the raw map of each layer. */
    static Plane heat(List<Plane> raw, Fusion fusion, int height, int width) {
        List<Plane> enlarged =
                raw.stream()
                        .map(map -> map.map(v -> Math.max(v, 0)))
                        .map(GradCamScaling::spread)
                        .map(map -> map.resizeBilinear(height, width))
                        .map(map -> fusion == Fusion.PRODUCT ? spread(map) : map)
                        .toList();
        return spread(fusion.of(enlarged));
    }

    /**
     * The heatmap on a scale that several maps share: 1 is the largest raw value of any of them.
     */
    static Plane sharedHeat(
            List<Plane> raw, List<Float> largest, Fusion fusion, int height, int width) {
        List<Plane> enlarged = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            float top = largest.get(i);
            Plane positive = raw.get(i).map(v -> top > 0 ? Math.max(v, 0) / top : 0);
            enlarged.add(positive.resizeBilinear(height, width));
        }
        return fusion.of(enlarged);
    }

    /** The signed map in [-1, 1]: the raw maps over their largest magnitude, enlarged, averaged. */
    static Plane signed(List<Plane> raw, int height, int width) {
        List<Plane> enlarged =
                raw.stream()
                        .map(
                                map -> {
                                    float top = Math.max(Math.abs(map.min()), Math.abs(map.max()));
                                    return map.map(v -> top > 0 ? v / top : 0);
                                })
                        .map(map -> map.resizeBilinear(height, width))
                        .toList();
        return Fusion.MEAN.of(enlarged);
    }

    static Plane spread(Plane map) {
        float min = map.min();
        float range = map.max() - min + EPSILON;
        return map.map(v -> (v - min) / range);
    }
}
