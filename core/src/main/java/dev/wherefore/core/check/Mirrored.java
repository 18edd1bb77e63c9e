package dev.wherefore.core.check;

import dev.wherefore.core.metric.Correlation;
import dev.wherefore.core.metric.MetricCard;

/**
 * How like a picture's map is its mirror image's, mirrored back: Pearson's correlation. A map that
 * is the same everywhere correlates with nothing: 0. What depends on left and right (a question of
 * what stands left of what) may change with the picture, and rightly so.
 */
final class Mirrored implements Check {

    @Override
    public MetricCard card() {
        return new MetricCard(
                "mirror",
                "agreement with the mirror image",
                "How a map correlates with the map of the picture's mirror image, mirrored back.",
                -1,
                1,
                true,
                "our own; the mirror image is that of the grad-cam package's aug_smooth");
    }

    @Override
    public String passes() {
        return "1 more explanation, which all maps of a batch share";
    }

    @Override
    public Finding of(CheckedMap map) {
        return Finding.of(
                Correlation.of(map.heat(), map.mapAfter(new PictureChange.Mirror()).flipped())
                        .orElse(0));
    }
}
