package dev.wherefore.core.render;

import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;

/** A way of drawing a map over the picture it explains. */
@FunctionalInterface
public interface Overlay {

    /**
     * Returns the picture with the map over it. Neither argument is changed.
     *
     * @param picture the picture, {@code (H, W)}
     * @param map the map at the picture's size, {@code (H, W)}; its range is the implementation's
     * @return a new picture of type {@code TYPE_INT_RGB}, {@code (H, W)}
     * @throws IllegalArgumentException if the sizes differ
     */
    BufferedImage draw(BufferedImage picture, Plane map);
}
