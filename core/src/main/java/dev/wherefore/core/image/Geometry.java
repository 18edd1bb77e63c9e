package dev.wherefore.core.image;

/**
 * Which part of the user's picture a network saw, so that what it says about places of its input
 * can be drawn on the picture. The picture is the upright one, after EXIF's orientation.
 *
 * @param picture the picture's size
 * @param input the size of the network's input
 * @param seen the rectangle of the picture, in its pixels, that the input shows; it reaches beyond
 *     the picture where the input has a border
 */
public record Geometry(Size picture, Size input, Rectangle seen) {

    /** Checks that something is seen. */
    public Geometry {
        if (!(seen.width() > 0 && seen.height() > 0)) {
            throw new IllegalArgumentException(
                    "the seen rectangle must have an area, found " + seen);
        }
    }

    /**
     * Returns the geometry of a picture that is the input as it is.
     *
     * @param size the size of both
     * @return the geometry
     */
    public static Geometry identity(Size size) {
        return Placement.filling(size).geometry(size);
    }

    /**
     * Returns the place of the picture that the input shows at a place.
     *
     * @param onInput a place of the input
     * @return the place, possibly outside the picture
     */
    public Point toPicture(Point onInput) {
        return new Point(
                seen.left() + onInput.x() * seen.width() / input.width(),
                seen.top() + onInput.y() * seen.height() / input.height());
    }

    /**
     * Returns where the input shows a place of the picture.
     *
     * @param onPicture a place of the picture
     * @return the place, possibly outside the input
     */
    public Point toInput(Point onPicture) {
        return new Point(
                (onPicture.x() - seen.left()) * input.width() / seen.width(),
                (onPicture.y() - seen.top()) * input.height() / seen.height());
    }

    /**
     * Returns the rectangle of the picture that the input shows at a rectangle.
     *
     * @param onInput a rectangle of the input
     * @return the rectangle, possibly reaching beyond the picture
     */
    public Rectangle toPicture(Rectangle onInput) {
        return between(
                toPicture(new Point(onInput.left(), onInput.top())),
                toPicture(new Point(onInput.right(), onInput.bottom())));
    }

    /**
     * Returns where the input shows a rectangle of the picture.
     *
     * @param onPicture a rectangle of the picture
     * @return the rectangle, possibly reaching beyond the input
     */
    public Rectangle toInput(Rectangle onPicture) {
        return between(
                toInput(new Point(onPicture.left(), onPicture.top())),
                toInput(new Point(onPicture.right(), onPicture.bottom())));
    }

    private static Rectangle between(Point first, Point second) {
        return new Rectangle(first.x(), first.y(), second.x(), second.y());
    }

    /**
     * Returns whether the network saw a pixel of the picture (its centre).
     *
     * @param y the row, from the top
     * @param x the column, from the left
     * @return true if it did
     */
    public boolean covers(int y, int x) {
        return seen.contains(new Point(x + 0.5, y + 0.5));
    }

    /**
     * Returns the part of the picture that the network saw.
     *
     * @return a rectangle within the picture
     */
    public Rectangle covered() {
        return new Rectangle(
                Math.max(0, seen.left()),
                Math.max(0, seen.top()),
                Math.min(picture.width(), seen.right()),
                Math.min(picture.height(), seen.bottom()));
    }

    /**
     * Returns a map of the input drawn at the picture's size, by bilinear interpolation between
     * pixel centres.
     *
     * @param map a plane {@code (input height, input width)}
     * @return a plane {@code (picture height, picture width)}, 0 where the network saw nothing
     * @throws IllegalArgumentException if the map has not the input's size
     */
    public Plane onPicture(Plane map) {
        if (map.height() != input.height() || map.width() != input.width()) {
            throw new IllegalArgumentException(
                    "the map must have the input's size %s, found %dx%d"
                            .formatted(input, map.height(), map.width()));
        }
        return Plane.compute(
                picture.height(),
                picture.width(),
                (y, x) -> covers(y, x) ? sample(map, toInput(new Point(x + 0.5, y + 0.5))) : 0);
    }

    private static float sample(Plane map, Point at) {
        double x = Math.max(0, Math.min(map.width() - 1, at.x() - 0.5));
        double y = Math.max(0, Math.min(map.height() - 1, at.y() - 0.5));
        int x0 = (int) x;
        int y0 = (int) y;
        int x1 = Math.min(x0 + 1, map.width() - 1);
        int y1 = Math.min(y0 + 1, map.height() - 1);
        double top = map.at(y0, x0) + (x - x0) * (map.at(y0, x1) - map.at(y0, x0));
        double bottom = map.at(y1, x0) + (x - x0) * (map.at(y1, x1) - map.at(y1, x0));
        return (float) (top + (y - y0) * (bottom - top));
    }
}
