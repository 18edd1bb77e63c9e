package dev.wherefore.core.render;

import java.awt.image.BufferedImage;

/**
 * The size at which a picture is shown among others.
 *
 * @param width in pixels
 * @param height in pixels
 */
record TileSize(int width, int height) {

    private static final double AREA = 320 * 240;
    private static final double LONGEST = 480;

    /** Returns a size with a picture's proportions, near the usual area. */
    static TileSize of(BufferedImage picture) {
        double w = picture.getWidth();
        double h = picture.getHeight();
        double scale = Math.min(Math.sqrt(AREA / (w * h)), LONGEST / Math.max(w, h));
        if (Pixels.tiny(picture) && scale > 1) {
            scale = Math.floor(scale);
        }
        return scaled(picture, scale);
    }

    /** Returns the largest size with a picture's proportions that fits in this one. */
    TileSize fit(BufferedImage picture) {
        return scaled(
                picture,
                Math.min(
                        width / (double) picture.getWidth(),
                        height / (double) picture.getHeight()));
    }

    private static TileSize scaled(BufferedImage picture, double scale) {
        return new TileSize(
                (int) Math.max(Math.round(picture.getWidth() * scale), 1),
                (int) Math.max(Math.round(picture.getHeight() * scale), 1));
    }
}
