package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.List;
import java.util.stream.Stream;

/**
 * A picture seen otherwise: mirrored or not, its values multiplied.
 *
 * @param mirrored whether left and right are exchanged
 * @param factor what the network's input is multiplied by, as it is after the preprocessing
 */
record Augmentation(boolean mirrored, float factor) {

    /** The six of the {@code grad-cam} package, the picture as it is first. */
    static final List<Augmentation> ALL =
            Stream.of(1f, 0.9f, 1.1f)
                    .flatMap(f -> Stream.of(new Augmentation(false, f), new Augmentation(true, f)))
                    .toList();

    /** The pictures {@code (B, C, H, W)} seen so. */
    NDArray of(NDArray images) {
        NDArray seen = mirrored ? images.flip(3) : images;
        return factor == 1 ? seen : seen.mul(factor);
    }

    /** A map of a picture seen so, laid back on the picture. */
    Plane back(Plane map) {
        return mirrored ? map.flipped() : map;
    }

    PixelMap back(PixelMap pixels) {
        return mirrored ? pixels.flipped() : pixels;
    }
}
