package dev.wherefore.core.scene.draw;

/**
 * What a shape is filled with: one colour, or a gradient from one to another along a line.
 *
 * @param from the colour at the line's start, {@code 0xRRGGBB}
 * @param to the colour at its end
 * @param x0 the start's x, in the shape's coordinates
 * @param y0 the start's y
 * @param x1 the end's x
 * @param y1 the end's y; a line of no length means the first colour alone
 * @param alpha how much of what lies below is covered, from 0 to 1
 */
public record Paint(int from, int to, double x0, double y0, double x1, double y1, double alpha) {

    /**
     * Returns one colour.
     *
     * @param rgb the colour
     * @return the paint, opaque
     */
    public static Paint solid(int rgb) {
        return new Paint(rgb, rgb, 0, 0, 0, 0, 1);
    }

    /**
     * Returns a colour that lets through what lies below.
     *
     * @param rgb the colour
     * @param alpha how much it covers, from 0 to 1
     * @return the paint
     */
    public static Paint glaze(int rgb, double alpha) {
        return new Paint(rgb, rgb, 0, 0, 0, 0, alpha);
    }

    /**
     * Returns a gradient downwards.
     *
     * @param above the colour at and above the first height
     * @param below the colour at and below the second
     * @param y0 the first height
     * @param y1 the second height
     * @return the paint, opaque
     */
    public static Paint down(int above, int below, double y0, double y1) {
        return new Paint(above, below, 0, y0, 0, y1, 1);
    }

    /**
     * Returns a gradient to the right.
     *
     * @param left the colour at and left of the first place
     * @param right the colour at and right of the second
     * @param x0 the first place
     * @param x1 the second place
     * @return the paint, opaque
     */
    public static Paint across(int left, int right, double x0, double x1) {
        return new Paint(left, right, x0, 0, x1, 0, 1);
    }
}
