package dev.wherefore.core.explain;

import dev.wherefore.core.image.Interpolation;
import dev.wherefore.core.image.Plane;
import java.util.List;

/**
 * The way of the paper's own code for Torch: the map is enlarged by {@code image.scale} (bilinear,
 * corners aligned), and spread to [0, 1] afterwards, between its minimum and maximum at the input's
 * size, by {@code image.toDisplayTensor} (no epsilon; a constant map becomes 0). The sum over the
 * places that the code takes for the mean of the paper's equation 1 makes no difference then.
 *
 * <p>The paper has one layer; several are joined so enlarged and spread, and spread again.
 *
 * @see <a href="https://github.com/ramprs/grad-cam">ramprs/grad-cam</a>
 */
final class PaperScaling implements Scaling {

    @Override
    public Interpolation interpolation() {
        return Interpolation.BILINEAR_ALIGNED;
    }

    @Override
    public Plane heat(List<Plane> evidence, Fusion fusion, int height, int width) {
        List<Plane> enlarged =
                evidence.stream()
                        .map(map -> interpolation().resize(map, height, width))
                        .map(PaperScaling::spread)
                        .toList();
        return spread(fusion.of(enlarged));
    }

    private static Plane spread(Plane map) {
        return map.min() == map.max() ? map.map(v -> 0) : Scaling.spread(map, 0);
    }
}
