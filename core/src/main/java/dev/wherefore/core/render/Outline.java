package dev.wherefore.core.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/**
 * Lines that show on any background: a light stroke with a dark rim. The strokes' width follows the
 * picture's size.
 *
 * @param light the inner stroke's colour, {@code 0xRRGGBB}
 * @param dark the rim's colour, {@code 0xRRGGBB}
 * @param weight 1 for the usual width, below for thinner lines
 */
public record Outline(int light, int dark, float weight) {

    private static final int PICTURE_SIDES_PER_STROKE = 160;

    /**
     * Constructs a pair of strokes.
     *
     * @throws IllegalArgumentException if the weight is not positive
     */
    public Outline {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("weight must be above 0, found " + weight);
        }
    }

    /**
     * Returns white lines with a dark rim.
     *
     * @return the strokes
     */
    public static Outline white() {
        return new Outline(0xffffff, 0x101010, 1);
    }

    /**
     * Returns these strokes with another width.
     *
     * @param factor what the width is multiplied by
     * @return the new strokes
     */
    public Outline times(float factor) {
        return new Outline(light, dark, weight * factor);
    }

    /**
     * Returns the picture with a shape's outline drawn on it.
     *
     * @param picture the picture, left as it is
     * @param shape the shape, in pixels: (0, 0) is the upper left corner of the first pixel
     * @return a new picture of type {@code TYPE_INT_RGB}
     */
    public BufferedImage draw(BufferedImage picture, Shape shape) {
        return draw(picture, shape, width(picture));
    }

    /**
     * Returns the picture with the outline of a box drawn on it. The light stroke covers the box's
     * outermost pixels exactly, those of the picture where the box is larger.
     *
     * @param picture the picture, left as it is
     * @param box the box, in pixels
     * @return a new picture of type {@code TYPE_INT_RGB}
     */
    public BufferedImage drawBox(BufferedImage picture, PixelBox box) {
        int width = Math.max(Math.round(width(picture)), 1);
        return draw(picture, box.edge(picture, width / 2.0), width);
    }

    private BufferedImage draw(BufferedImage picture, Shape shape, float width) {
        BufferedImage result = Pixels.copy(picture);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            stroke(graphics, shape, dark, width + 2 * Math.max(width / 2, 1));
            stroke(graphics, shape, light, width);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private float width(BufferedImage picture) {
        float side = Math.min(picture.getWidth(), picture.getHeight());
        return Math.max(side / PICTURE_SIDES_PER_STROKE, 1f) * weight;
    }

    private static void stroke(Graphics2D graphics, Shape shape, int rgb, float width) {
        graphics.setColor(new Color(rgb));
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER));
        graphics.draw(shape);
    }
}
