package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pen that draws nothing by itself, and keeps colour, font, clip and transform as Java's own pens
 * keep them.
 */
abstract class StatefulPen extends Graphics2D {

    /** Keeps the state. */
    private final Graphics2D state;

    /**
     * @param state a pen that nothing is drawn with; closed with this
     */
    StatefulPen(Graphics2D state) {
        this.state = state;
    }

    /** A pen of the same state, whose changes this one does not see. */
    final Graphics2D copyOfState() {
        return (Graphics2D) state.create();
    }

    @Override
    public final Color getColor() {
        return state.getColor();
    }

    @Override
    public final void setColor(Color color) {
        state.setColor(color);
    }

    @Override
    public final void setPaintMode() {
        state.setPaintMode();
    }

    @Override
    public final Font getFont() {
        return state.getFont();
    }

    @Override
    public final void setFont(Font font) {
        state.setFont(font);
    }

    @Override
    public final FontMetrics getFontMetrics(Font font) {
        return state.getFontMetrics(font);
    }

    @Override
    public final @Nullable Rectangle getClipBounds() {
        return state.getClipBounds();
    }

    @Override
    public final void clipRect(int x, int y, int width, int height) {
        state.clipRect(x, y, width, height);
    }

    @Override
    public final void setClip(int x, int y, int width, int height) {
        state.setClip(x, y, width, height);
    }

    @Override
    public final @Nullable Shape getClip() {
        return state.getClip();
    }

    @Override
    public final void setClip(@Nullable Shape clip) {
        state.setClip(clip);
    }

    @Override
    public final void clip(Shape clip) {
        state.clip(clip);
    }

    @Override
    public final void dispose() {
        state.dispose();
    }

    @Override
    public final boolean hit(Rectangle place, Shape shape, boolean onStroke) {
        return state.hit(place, shape, onStroke);
    }

    @Override
    public final GraphicsConfiguration getDeviceConfiguration() {
        return state.getDeviceConfiguration();
    }

    @Override
    public final void setComposite(Composite composite) {
        state.setComposite(composite);
    }

    @Override
    public final Composite getComposite() {
        return state.getComposite();
    }

    @Override
    public final void setPaint(Paint paint) {
        state.setPaint(paint);
    }

    @Override
    public final Paint getPaint() {
        return state.getPaint();
    }

    @Override
    public final void setStroke(Stroke stroke) {
        state.setStroke(stroke);
    }

    @Override
    public final Stroke getStroke() {
        return state.getStroke();
    }

    @Override
    public final void setRenderingHint(RenderingHints.Key key, Object value) {
        state.setRenderingHint(key, value);
    }

    @Override
    public final @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return state.getRenderingHint(key);
    }

    @Override
    public final void setRenderingHints(Map<?, ?> hints) {
        state.setRenderingHints(hints);
    }

    @Override
    public final void addRenderingHints(Map<?, ?> hints) {
        state.addRenderingHints(hints);
    }

    @Override
    public final RenderingHints getRenderingHints() {
        return state.getRenderingHints();
    }

    @Override
    public final void translate(int x, int y) {
        state.translate(x, y);
    }

    @Override
    public final void translate(double x, double y) {
        state.translate(x, y);
    }

    @Override
    public final void rotate(double angle) {
        state.rotate(angle);
    }

    @Override
    public final void rotate(double angle, double x, double y) {
        state.rotate(angle, x, y);
    }

    @Override
    public final void scale(double across, double down) {
        state.scale(across, down);
    }

    @Override
    public final void shear(double across, double down) {
        state.shear(across, down);
    }

    @Override
    public final void transform(AffineTransform transform) {
        state.transform(transform);
    }

    @Override
    public final void setTransform(AffineTransform transform) {
        state.setTransform(transform);
    }

    @Override
    public final AffineTransform getTransform() {
        return state.getTransform();
    }

    @Override
    public final void setBackground(Color color) {
        state.setBackground(color);
    }

    @Override
    public final Color getBackground() {
        return state.getBackground();
    }

    @Override
    public final FontRenderContext getFontRenderContext() {
        return state.getFontRenderContext();
    }
}
