package dev.wherefore.core.render;

import java.awt.image.BufferedImage;

/**
 * Makes tiny pictures (32x32, say) large enough to draw on: each pixel becomes a square of {@code
 * factor} by {@code factor}. A map resized to the enlarged picture stays smooth over it, and
 * outlines stay thin.
 *
 * @param factor at least 1; 1 leaves pictures as they are
 */
public record Enlargement(int factor) {

    private static final int WANTED = 256;

    /**
     * Constructs an enlargement.
     *
     * @throws IllegalArgumentException if the factor is below 1
     */
    public Enlargement {
        if (factor < 1) {
            throw new IllegalArgumentException("factor must be at least 1, found " + factor);
        }
    }

    /**
     * Returns the enlargement that a picture needs: to 256 pixels or a little less on its longer
     * side if that has 96 pixels at most, else none.
     *
     * @param picture the picture
     * @return the enlargement
     */
    public static Enlargement of(BufferedImage picture) {
        int side = Math.max(picture.getWidth(), picture.getHeight());
        return new Enlargement(Pixels.tiny(picture) ? WANTED / side : 1);
    }

    /**
     * Returns a picture enlarged.
     *
     * @param picture the picture, {@code (H, W)}
     * @return a new picture of type {@code TYPE_INT_RGB}, {@code (factor·H, factor·W)}
     */
    public BufferedImage apply(BufferedImage picture) {
        int width = Math.multiplyExact(picture.getWidth(), factor);
        int height = Math.multiplyExact(picture.getHeight(), factor);
        return Pixels.blocky(picture, width, height);
    }

    /**
     * Returns where a box of the picture lies in the enlarged one.
     *
     * @param box the box
     * @return the enlarged box
     */
    public PixelBox apply(PixelBox box) {
        return new PixelBox(
                box.x0() * factor, box.y0() * factor, box.x1() * factor, box.y1() * factor);
    }
}
