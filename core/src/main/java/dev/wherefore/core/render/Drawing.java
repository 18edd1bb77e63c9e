package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * Lines, areas and text, to be had as a picture and as SVG.
 *
 * @param width in pixels
 * @param height in pixels
 * @param paint draws it on white, from the upper left corner
 */
public record Drawing(int width, int height, Consumer<Graphics2D> paint) {

    /**
     * Returns it as a picture.
     *
     * @return of type {@code TYPE_INT_RGB}
     */
    public BufferedImage picture() {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        try {
            Lettering.smooth(pen);
            onWhite(pen);
        } finally {
            pen.dispose();
        }
        return picture;
    }

    /**
     * Returns it as SVG, which can be enlarged as one likes.
     *
     * @return the file's text
     */
    public String svg() {
        SvgPen pen = new SvgPen();
        try {
            Lettering.smooth(pen);
            onWhite(pen);
            return pen.svg(width, height);
        } finally {
            pen.dispose();
        }
    }

    private void onWhite(Graphics2D pen) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        paint.accept(pen);
    }
}
