package dev.wherefore.core.image;

/**
 * A size in pixels.
 *
 * @param height the number of rows, at least 1
 * @param width the number of columns, at least 1
 */
public record Size(int height, int width) {

    /** Checks the size. */
    public Size {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "height and width must be at least 1, found " + height + "x" + width);
        }
    }

    /**
     * Returns the size of a picture.
     *
     * @param picture the picture
     * @return its size
     */
    public static Size of(Picture picture) {
        return new Size(picture.height(), picture.width());
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
