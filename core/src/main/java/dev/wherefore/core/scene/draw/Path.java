package dev.wherefore.core.scene.draw;

import java.util.Arrays;

/**
 * A closed shape of straight and bent lines, in the units of a picture whose shorter side has 128.
 * Curves become chords of about one unit as they are added, so a shape is the same at every size.
 * Its contours all turn the same way, whichever way they were given, so they unite where they meet.
 */
public final class Path {

    private static final int CIRCLE = 48;
    private static final double[] COSINES = cosines();

    private double[] points = new double[32];
    private int used;
    private int[] ends = new int[2];
    private int contours;
    private int start;

    /** Makes an empty shape. */
    public Path() {}

    /**
     * Returns a shape with straight sides.
     *
     * @param coordinates x and y of each corner
     * @return the shape
     */
    public static Path polygon(double... coordinates) {
        Path path = new Path();
        for (int i = 0; i < coordinates.length; i += 2) {
            path.line(coordinates[i], coordinates[i + 1]);
        }
        return path.close();
    }

    /**
     * Returns a rectangle.
     *
     * @param x its left side
     * @param y its upper side
     * @param width its width
     * @param height its height
     * @return the shape
     */
    public static Path box(double x, double y, double width, double height) {
        return polygon(x, y, x + width, y, x + width, y + height, x, y + height);
    }

    /**
     * Returns a rectangle with round corners.
     *
     * @param x its left side
     * @param y its upper side
     * @param width its width
     * @param height its height
     * @param radius the corners' radius, at most half the shorter side
     * @return the shape
     */
    public static Path round(double x, double y, double width, double height, double radius) {
        double r = Math.min(radius, Math.min(width, height) / 2);
        double right = x + width;
        double bottom = y + height;
        return new Path()
                .line(x + r, y)
                .line(right - r, y)
                .quad(right, y, right, y + r)
                .line(right, bottom - r)
                .quad(right, bottom, right - r, bottom)
                .line(x + r, bottom)
                .quad(x, bottom, x, bottom - r)
                .line(x, y + r)
                .quad(x, y, x + r, y)
                .close();
    }

    /**
     * Returns an ellipse.
     *
     * @param x its centre
     * @param y its centre
     * @param rx half its width
     * @param ry half its height
     * @return the shape
     */
    public static Path oval(double x, double y, double rx, double ry) {
        double around = Math.max(rx, ry) * 6.3;
        int step = around < 12 ? 4 : around < 24 ? 3 : around < 48 ? 2 : 1;
        Path path = new Path();
        for (int i = 0; i < CIRCLE; i += step) {
            path.line(x + rx * COSINES[i], y + ry * COSINES[(i + 36) % CIRCLE]);
        }
        return path.close();
    }

    /**
     * Goes straight to a point; the first one of a contour is its beginning.
     *
     * @param x where to
     * @param y where to
     * @return this
     */
    public Path line(double x, double y) {
        if (used + 2 > points.length) {
            points = Arrays.copyOf(points, used * 2);
        }
        points[used++] = x;
        points[used++] = y;
        return this;
    }

    /**
     * Goes to a point in a bend with one control point.
     *
     * @param cx the control point
     * @param cy the control point
     * @param x where to
     * @param y where to
     * @return this
     */
    public Path quad(double cx, double cy, double x, double y) {
        double x0 = points[used - 2];
        double y0 = points[used - 1];
        int steps =
                steps(Math.abs(cx - x0) + Math.abs(cy - y0), Math.abs(x - cx) + Math.abs(y - cy));
        for (int i = 1; i <= steps; i++) {
            double t = (double) i / steps;
            double u = 1 - t;
            line(u * u * x0 + 2 * u * t * cx + t * t * x, u * u * y0 + 2 * u * t * cy + t * t * y);
        }
        return this;
    }

    /**
     * Goes to a point in a bend with two control points.
     *
     * @param ax the first control point
     * @param ay the first control point
     * @param bx the second control point
     * @param by the second control point
     * @param x where to
     * @param y where to
     * @return this
     */
    public Path cubic(double ax, double ay, double bx, double by, double x, double y) {
        double x0 = points[used - 2];
        double y0 = points[used - 1];
        int steps =
                steps(
                        Math.abs(ax - x0) + Math.abs(ay - y0) + Math.abs(bx - ax),
                        Math.abs(by - ay) + Math.abs(x - bx) + Math.abs(y - by));
        for (int i = 1; i <= steps; i++) {
            double t = (double) i / steps;
            double u = 1 - t;
            double p = u * u * u;
            double q = 3 * u * u * t;
            double r = 3 * u * t * t;
            double s = t * t * t;
            line(p * x0 + q * ax + r * bx + s * x, p * y0 + q * ay + r * by + s * y);
        }
        return this;
    }

    /**
     * Ends a contour.
     *
     * @return this
     */
    public Path close() {
        return end(false);
    }

    /**
     * Adds another shape's contours.
     *
     * @param other the other shape, closed
     * @return this
     */
    public Path and(Path other) {
        return add(other, false);
    }

    /**
     * Cuts another shape out of this one.
     *
     * @param other the other shape, closed; inside this one
     * @return this
     */
    public Path without(Path other) {
        return add(other, true);
    }

    private Path add(Path other, boolean hole) {
        int from = 0;
        for (int i = 0; i < other.contours; i++) {
            for (int j = from; j < other.ends[i]; j += 2) {
                line(other.points[j], other.points[j + 1]);
            }
            end(hole);
            from = other.ends[i];
        }
        return this;
    }

    private Path end(boolean hole) {
        if (area() < 0 != hole) {
            reverse();
        }
        if (contours == ends.length) {
            ends = Arrays.copyOf(ends, contours * 2);
        }
        ends[contours++] = used;
        start = used;
        return this;
    }

    private double area() {
        double twice = 0;
        for (int i = start; i < used; i += 2) {
            int next = i + 2 < used ? i + 2 : start;
            twice += points[i] * points[next + 1] - points[next] * points[i + 1];
        }
        return twice;
    }

    private void reverse() {
        for (int i = start, j = used - 2; i < j; i += 2, j -= 2) {
            double x = points[i];
            double y = points[i + 1];
            points[i] = points[j];
            points[i + 1] = points[j + 1];
            points[j] = x;
            points[j + 1] = y;
        }
    }

    private static int steps(double first, double second) {
        return (int) Math.max(3, Math.min(32, (first + second) / 1.2 + 1));
    }

    private static double[] cosines() {
        double[] values = new double[CIRCLE];
        for (int i = 0; i < CIRCLE; i++) {
            values[i] = StrictMath.cos(2 * Math.PI * i / CIRCLE);
        }
        return values;
    }

    /** The coordinates, x and y in turn: of {@link #size()} numbers, not to be changed. */
    double[] points() {
        return points;
    }

    /** How many coordinates there are. */
    int size() {
        return used;
    }

    /** How many contours there are. */
    int contours() {
        return contours;
    }

    /** Where a contour's coordinates end. */
    int end(int contour) {
        return ends[contour];
    }
}
