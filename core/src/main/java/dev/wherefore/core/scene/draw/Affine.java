package dev.wherefore.core.scene.draw;

/**
 * A map of the plane that keeps straight lines: {@code (a x + c y + e, b x + d y + f)}.
 *
 * @param a what x adds to x
 * @param b what x adds to y
 * @param c what y adds to x
 * @param d what y adds to y
 * @param e the shift of x
 * @param f the shift of y
 */
public record Affine(double a, double b, double c, double d, double e, double f) {

    /**
     * Returns a map that scales.
     *
     * @param x the factor of x, negative to mirror
     * @param y the factor of y
     * @return the map
     */
    public static Affine scale(double x, double y) {
        return new Affine(x, 0, 0, y, 0, 0);
    }

    /**
     * Returns a map that shifts first and then does what this one does.
     *
     * @param x the shift of x
     * @param y the shift of y
     * @return the map
     */
    public Affine shifted(double x, double y) {
        return new Affine(a, b, c, d, a * x + c * y + e, b * x + d * y + f);
    }

    /**
     * Returns a map that scales first and then does what this one does.
     *
     * @param x the factor of x
     * @param y the factor of y
     * @return the map
     */
    public Affine scaled(double x, double y) {
        return new Affine(a * x, b * x, c * y, d * y, e, f);
    }

    /**
     * Returns a map that turns about the origin first and then does what this one does.
     *
     * @param angle the angle in radians, clockwise on a picture
     * @return the map
     */
    public Affine turned(double angle) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new Affine(
                a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f);
    }

    double x(double x, double y) {
        return a * x + c * y + e;
    }

    double y(double x, double y) {
        return b * x + d * y + f;
    }
}
