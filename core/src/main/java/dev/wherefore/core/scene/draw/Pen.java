package dev.wherefore.core.scene.draw;

/** Draws on a canvas, in coordinates of its own: x to the right, y downwards, in units. */
public final class Pen {

    private static final double OUTLINE = 0.75;

    private final Canvas canvas;
    private final Affine map;

    Pen(Canvas canvas, Affine map) {
        this.canvas = canvas;
        this.map = map;
    }

    /**
     * Returns a pen with its origin elsewhere.
     *
     * @param x the new origin
     * @param y the new origin
     * @return the pen
     */
    public Pen at(double x, double y) {
        return new Pen(canvas, map.shifted(x, y));
    }

    /**
     * Returns a pen that draws larger or mirrored.
     *
     * @param x the factor of x, negative to mirror
     * @param y the factor of y
     * @return the pen
     */
    public Pen scaled(double x, double y) {
        return new Pen(canvas, map.scaled(x, y));
    }

    /**
     * Returns a pen that draws turned about its origin.
     *
     * @param angle the angle in radians, clockwise
     * @return the pen
     */
    public Pen turned(double angle) {
        return new Pen(canvas, map.turned(angle));
    }

    /**
     * Fills a shape with a paint.
     *
     * @param path the shape
     * @param paint the paint
     */
    public void fill(Path path, Paint paint) {
        canvas.fill(path, map, paint);
    }

    /**
     * Fills a shape with one colour.
     *
     * @param path the shape
     * @param rgb the colour
     */
    public void fill(Path path, int rgb) {
        fill(path, Paint.solid(rgb));
    }

    /**
     * Fills a shape with a colour that is lighter above, and draws its outline in a darker one.
     *
     * @param path the shape
     * @param rgb the colour
     */
    public void body(Path path, int rgb) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 1; i < path.size(); i += 2) {
            low = Math.min(low, path.points()[i]);
            high = Math.max(high, path.points()[i]);
        }
        fill(path, Paint.down(Tone.lighter(rgb, 0.14), Tone.darker(rgb, 0.1), low, high));
        outline(path, Tone.darker(rgb, 0.4), OUTLINE);
    }

    /**
     * Draws along a shape's sides.
     *
     * @param path the shape
     * @param rgb the colour
     * @param width the line's width
     */
    public void outline(Path path, int rgb, double width) {
        fill(Stroke.around(path, width), Paint.solid(rgb));
    }

    /**
     * Draws a line with round ends and corners.
     *
     * @param rgb the colour
     * @param width the line's width
     * @param coordinates x and y of each corner
     */
    public void line(int rgb, double width, double... coordinates) {
        fill(Stroke.along(width, coordinates), Paint.solid(rgb));
    }

    /**
     * Draws a bent line with round ends.
     *
     * @param rgb the colour
     * @param width the line's width
     * @param bend x and y of the beginning, of one or two control points, and of the end
     */
    public void bend(int rgb, double width, double... bend) {
        Path path = new Path().line(bend[0], bend[1]);
        if (bend.length == 6) {
            path.quad(bend[2], bend[3], bend[4], bend[5]);
        } else {
            path.cubic(bend[2], bend[3], bend[4], bend[5], bend[6], bend[7]);
        }
        fill(Stroke.open(path, width), Paint.solid(rgb));
    }
}
