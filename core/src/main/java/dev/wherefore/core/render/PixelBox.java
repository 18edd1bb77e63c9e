package dev.wherefore.core.render;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A rectangle of whole pixels: columns {@code x0} to {@code x1 - 1}, rows {@code y0} to {@code y1 -
 * 1}.
 *
 * @param x0 the first column
 * @param y0 the first row
 * @param x1 the column after the last, above {@code x0}
 * @param y1 the row after the last, above {@code y0}
 */
public record PixelBox(int x0, int y0, int x1, int y1) {

    /**
     * Constructs a box.
     *
     * @throws IllegalArgumentException if the box is empty
     */
    public PixelBox {
        if (x1 <= x0 || y1 <= y0) {
            throw new IllegalArgumentException(
                    "a box must hold a pixel, found ("
                            + x0
                            + ", "
                            + y0
                            + ", "
                            + x1
                            + ", "
                            + y1
                            + ")");
        }
    }

    /** Returns whether the pixel in column {@code x} and row {@code y} is inside. */
    boolean contains(int x, int y) {
        return x >= x0 && x < x1 && y >= y0 && y < y1;
    }

    /** Returns whether every pixel of a picture is inside. */
    boolean covers(BufferedImage picture) {
        return x0 <= 0 && y0 <= 0 && x1 >= picture.getWidth() && y1 >= picture.getHeight();
    }

    /** Returns the edge of what a picture has of this box, moved inwards. */
    Rectangle2D edge(BufferedImage picture, double inwards) {
        double left = Math.max(x0, 0) + inwards;
        double top = Math.max(y0, 0) + inwards;
        double right = Math.min(x1, picture.getWidth()) - inwards;
        double bottom = Math.min(y1, picture.getHeight()) - inwards;
        return new Rectangle2D.Double(
                left, top, Math.max(right - left, 0), Math.max(bottom - top, 0));
    }
}
