package dev.wherefore.core.dataset;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;

/**
 * A thing in a picture, with a box around it.
 *
 * @param label the name of its label
 * @param box its box within the picture
 * @param difficult whether people found it hard to recognise: it need not be found, and heat on it
 *     is not wrong
 */
record BoxedThing(String label, Rectangle box, boolean difficult) {

    /** How far a box may reach beyond its picture, in pixels, before it is taken for an error. */
    private static final double SLACK = 1;

    /**
     * Returns a box cut at the picture's border.
     *
     * @throws UnusableThing if its corners are out of order, or it reaches far beyond the picture
     */
    static Rectangle within(double left, double top, double right, double bottom, Size size)
            throws UnusableThing {
        if (!(left < right && top < bottom)) {
            throw new UnusableThing(DataFault.BOX);
        }
        if (left < -SLACK
                || top < -SLACK
                || right > size.width() + SLACK
                || bottom > size.height() + SLACK) {
            throw new UnusableThing(DataFault.OUTSIDE);
        }
        double x0 = Math.max(0, left);
        double y0 = Math.max(0, top);
        double x1 = Math.min(size.width(), right);
        double y1 = Math.min(size.height(), bottom);
        if (!(x0 < x1 && y0 < y1)) {
            throw new UnusableThing(DataFault.OUTSIDE);
        }
        return new Rectangle(x0, y0, x1, y1);
    }
}
