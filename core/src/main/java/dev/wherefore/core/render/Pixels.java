package dev.wherefore.core.render;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Copies and sizes of pictures. */
final class Pixels {

    /** Pictures no larger than this are enlarged pixel by pixel: smoothing would invent detail. */
    private static final int TINY = 96;

    private Pixels() {}

    /** Returns whether a picture is enlarged pixel by pixel. */
    static boolean tiny(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight()) <= TINY;
    }

    /** Returns an opaque copy. */
    static BufferedImage copy(BufferedImage picture) {
        return drawn(picture, picture.getWidth(), picture.getHeight(), false);
    }

    /** Returns the picture at another size, each pixel repeated. */
    static BufferedImage blocky(BufferedImage picture, int width, int height) {
        return drawn(picture, width, height, false);
    }

    /** Returns the picture at another size, enlarged or shrunk without jagged edges. */
    static BufferedImage resized(BufferedImage picture, int width, int height) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        if (w == width && h == height) {
            return copy(picture);
        }
        if (width < w || height < h) {
            return shrunk(picture, width, height);
        }
        return drawn(picture, width, height, !tiny(picture));
    }

    private static BufferedImage shrunk(BufferedImage picture, int width, int height) {
        Image averaged = picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
        return drawn(averaged, width, height, false);
    }

    private static BufferedImage drawn(Image picture, int width, int height, boolean smooth) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    smooth
                            ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
                            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }
}
