package dev.wherefore.core.render;

import java.awt.image.BufferedImage;

/**
 * Shows which part of a picture the network saw: the rest, cut off before the network, is dimmed
 * and a thin line drawn around what it saw.
 *
 * @param seen the part the network saw, in pixels of the picture
 */
public record SeenRegion(PixelBox seen) {

    private static final float DIMMING = 0.55f;
    private static final int SHADE = 0x202428;
    private static final float LINE_WEIGHT = 0.5f;

    /**
     * Returns the picture with the unseen part dimmed.
     *
     * @param picture the picture, with or without a map over it; left as it is
     * @return a new picture of type {@code TYPE_INT_RGB}; equal to the old one where all was seen
     */
    public BufferedImage draw(BufferedImage picture) {
        BufferedImage result = Pixels.copy(picture);
        if (seen.covers(picture)) {
            return result;
        }
        for (int y = 0; y < result.getHeight(); y++) {
            for (int x = 0; x < result.getWidth(); x++) {
                if (!seen.contains(x, y)) {
                    int grey = Rgb.greyed(result.getRGB(x, y) & 0xffffff, 1);
                    result.setRGB(x, y, Rgb.mix(grey, SHADE, DIMMING));
                }
            }
        }
        return Outline.white().times(LINE_WEIGHT).drawBox(result, seen);
    }
}
