package dev.wherefore.core.explain;

import dev.wherefore.core.image.Interpolation;
import dev.wherefore.core.image.Plane;
import java.util.List;

/**
 * The way of torch-cam: each layer's map is spread to [0, 1] between its own minimum and maximum at
 * the layer's size (epsilon 1e-8); several layers are joined at the size of the largest (bilinear,
 * corners not aligned), and not spread again; the map is enlarged as {@code overlay_mask} does it,
 * bicubic by Pillow, and cut to [0, 1].
 *
 * <p>What {@code overlay_mask} does then is not done here: it squares the values before it colours
 * them, and lets those above 1 wrap round to the coldest colour.
 */
final class TorchCamScaling implements Scaling {

    private static final float EPSILON = 1e-8f;

    @Override
    public Interpolation interpolation() {
        return Interpolation.BICUBIC;
    }

    @Override
    public Plane heat(List<Plane> evidence, Fusion fusion, int height, int width) {
        int rows = evidence.stream().mapToInt(Plane::height).max().orElseThrow();
        int columns = evidence.stream().mapToInt(Plane::width).max().orElseThrow();
        List<Plane> ofOneSize =
                evidence.stream()
                        .map(map -> Scaling.spread(map, EPSILON))
                        .map(map -> map.resizeBilinear(rows, columns))
                        .toList();
        return interpolation()
                .resize(fusion.of(ofOneSize), height, width)
                .map(v -> Math.max(0, Math.min(v, 1)));
    }
}
