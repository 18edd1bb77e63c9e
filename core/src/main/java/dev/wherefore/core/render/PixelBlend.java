package dev.wherefore.core.render;

import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;

/** Visits a picture and a map of the same size together. */
final class PixelBlend {

    /** The new colour of a pixel. */
    @FunctionalInterface
    interface Rule {
        /** Returns {@code 0xRRGGBB} for a pixel's colour and the map's value there. */
        int at(int rgb, float value);
    }

    private PixelBlend() {}

    /** Returns a new picture with every pixel replaced. */
    static BufferedImage draw(BufferedImage picture, Plane map, Rule rule) {
        requireSameSize(picture, map);
        int width = picture.getWidth();
        BufferedImage result =
                new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                row[x] = rule.at(row[x] & 0xffffff, map.at(y, x));
            }
            result.setRGB(0, y, width, 1, row, 0, width);
        }
        return result;
    }

    /** Throws if a map has not its picture's size. */
    static void requireSameSize(BufferedImage picture, Plane map) {
        if (picture.getWidth() != map.width() || picture.getHeight() != map.height()) {
            throw new IllegalArgumentException(
                    "a map must have its picture's size of "
                            + picture.getHeight()
                            + "x"
                            + picture.getWidth()
                            + ", found "
                            + map.height()
                            + "x"
                            + map.width());
        }
    }
}
