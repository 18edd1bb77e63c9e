package dev.wherefore.core.image;

/**
 * A rectangle in continuous coordinates: x to the right, y down, pixel {@code (y, x)} reaching from
 * {@code x} to {@code x + 1} and from {@code y} to {@code y + 1}.
 *
 * @param left the x of its left edge
 * @param top the y of its upper edge
 * @param right the x of its right edge, not less than left
 * @param bottom the y of its lower edge, not less than top
 */
public record Rectangle(double left, double top, double right, double bottom) {

    /** Checks that no edge has passed the other. */
    public Rectangle {
        if (!(left <= right && top <= bottom)) {
            throw new IllegalArgumentException(
                    "a rectangle's left and top must not exceed its right and bottom, found (%s, %s) to (%s, %s)"
                            .formatted(left, top, right, bottom));
        }
    }

    /**
     * Returns the width.
     *
     * @return right minus left
     */
    public double width() {
        return right - left;
    }

    /**
     * Returns the height.
     *
     * @return bottom minus top
     */
    public double height() {
        return bottom - top;
    }

    /**
     * Returns whether a point lies inside, or on the left or upper edge.
     *
     * @param point the point
     * @return true if so
     */
    public boolean contains(Point point) {
        return point.x() >= left && point.x() < right && point.y() >= top && point.y() < bottom;
    }
}
