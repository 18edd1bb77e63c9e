package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.jspecify.annotations.Nullable;

/**
 * A pen that turns all that is drawn into filled shapes: lines into their outlines, text into that
 * of its letters. Pictures cannot be drawn.
 */
abstract class ShapePen extends StatefulPen {

    /**
     * @param state a pen that nothing is drawn with; closed with this
     */
    ShapePen(Graphics2D state) {
        super(state);
    }

    @Override
    public abstract void fill(Shape shape);

    @Override
    public final void draw(Shape shape) {
        fill(getStroke().createStrokedShape(shape));
    }

    @Override
    public final void drawString(String text, float x, float y) {
        if (!text.isEmpty()) {
            drawGlyphVector(getFont().createGlyphVector(getFontRenderContext(), text), x, y);
        }
    }

    @Override
    public final void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, float x, float y) {
        TextLayout layout = new TextLayout(text, getFontRenderContext());
        fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public final void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public final void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public final void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public final void clearRect(int x, int y, int width, int height) {
        Paint paint = getPaint();
        setPaint(getBackground());
        fillRect(x, y, width, height);
        setPaint(paint);
    }

    @Override
    public final void drawRoundRect(int x, int y, int width, int height, int across, int down) {
        draw(new RoundRectangle2D.Double(x, y, width, height, across, down));
    }

    @Override
    public final void fillRoundRect(int x, int y, int width, int height, int across, int down) {
        fill(new RoundRectangle2D.Double(x, y, width, height, across, down));
    }

    @Override
    public final void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public final void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public final void drawArc(int x, int y, int width, int height, int start, int angle) {
        draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
    }

    @Override
    public final void fillArc(int x, int y, int width, int height, int start, int angle) {
        fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
    }

    @Override
    public final void drawPolyline(int[] xs, int[] ys, int count) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        draw(path);
    }

    @Override
    public final void drawPolygon(int[] xs, int[] ys, int count) {
        draw(new Polygon(xs, ys, count));
    }

    @Override
    public final void fillPolygon(int[] xs, int[] ys, int count) {
        fill(new Polygon(xs, ys, count));
    }

    private static UnsupportedOperationException noPictures() {
        return new UnsupportedOperationException("this pen draws shapes and text alone");
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        throw noPictures();
    }

    @Override
    public final boolean drawImage(
            Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        throw noPictures();
    }

    @Override
    public final boolean drawImage(
            Image image, int x, int y, Color background, @Nullable ImageObserver observer) {
        throw noPictures();
    }

    @Override
    public final boolean drawImage(
            Image image,
            int x,
            int y,
            int width,
            int height,
            Color background,
            @Nullable ImageObserver observer) {
        throw noPictures();
    }

    @Override
    public final boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            @Nullable ImageObserver observer) {
        throw noPictures();
    }

    @Override
    public final boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            Color background,
            @Nullable ImageObserver observer) {
        throw noPictures();
    }

    @Override
    public final boolean drawImage(
            Image image, AffineTransform transform, @Nullable ImageObserver observer) {
        throw noPictures();
    }

    @Override
    public final void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
        throw noPictures();
    }

    @Override
    public final void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw noPictures();
    }

    @Override
    public final void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw noPictures();
    }

    @Override
    public final void copyArea(int x, int y, int width, int height, int across, int down) {
        throw noPictures();
    }

    @Override
    public final void setXORMode(Color color) {
        throw noPictures();
    }
}
