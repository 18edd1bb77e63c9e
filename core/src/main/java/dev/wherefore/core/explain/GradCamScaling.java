package dev.wherefore.core.explain;

import dev.wherefore.core.image.Interpolation;
import dev.wherefore.core.image.Plane;
import java.util.List;

/**
 * The way of the {@code grad-cam} Python package: each layer's map is spread to [0, 1] between its
 * own minimum and maximum at the layer's size (epsilon 1e-7), and enlarged (bilinear, corners not
 * aligned); the layers' maps are joined, and spread to [0, 1] again. Factors of a product are
 * finished by themselves, so each is spread once more before.
 */
final class GradCamScaling implements Scaling {

    private static final float EPSILON = 1e-7f;

    @Override
    public Interpolation interpolation() {
        return Interpolation.BILINEAR;
    }

    @Override
    public Plane heat(List<Plane> evidence, Fusion fusion, int height, int width) {
        List<Plane> enlarged =
                evidence.stream()
                        .map(map -> Scaling.spread(map, EPSILON))
                        .map(map -> interpolation().resize(map, height, width))
                        .map(map -> fusion == Fusion.PRODUCT ? Scaling.spread(map, EPSILON) : map)
                        .toList();
        return Scaling.spread(fusion.of(enlarged), EPSILON);
    }
}
