package dev.wherefore.core.image;

/**
 * Resizes 8-bit pictures with antialiasing, exactly as Pillow and torchvision (on a PIL image) do:
 * rows first, then columns, the filter as wide as the picture shrinks, results rounded and clipped
 * to 0..255 after each of the two passes.
 *
 * @see <a
 *     href="https://github.com/python-pillow/Pillow/blob/main/src/libImaging/Resample.c">Pillow,
 *     Resample.c</a>
 */
public final class Resampling {

    private static final int BANDS = 3;

    private Resampling() {}

    /**
     * Returns a picture at another size.
     *
     * @param picture the picture
     * @param height the new height, at least 1
     * @param width the new width, at least 1
     * @param filter how pixels are weighted
     * @return the resized picture, by the same name
     * @throws IllegalArgumentException if the new size is not at least 1x1
     */
    public static Picture resize(Picture picture, int height, int width, Filter filter) {
        return resize(picture, new Size(height, width), filter, 0, 0, new Size(height, width));
    }

    /**
     * Returns a part of a picture at another size, without the work for the rest.
     *
     * @param whole the size to which the whole picture is resized
     * @param top the part's first row in the resized picture
     * @param left the part's first column in the resized picture
     * @param part the part's size; it lies within the resized picture
     */
    static Picture resize(
            Picture picture, Size whole, Filter filter, int top, int left, Size part) {
        FilterTaps rows =
                FilterTaps.of(filter, picture.height(), whole.height(), top, top + part.height());
        FilterTaps columns =
                FilterTaps.of(filter, picture.width(), whole.width(), left, left + part.width());
        int oldLength = BANDS * picture.width();
        int length = BANDS * part.width();
        byte[] old = picture.samples();
        byte[] between = new byte[Math.multiplyExact(rows.end() - rows.start(), length)];
        for (int y = rows.start(); y < rows.end(); y++) {
            int to = (y - rows.start()) * length;
            for (int i = 0; i < length; i++) {
                between[to + i] = columns.apply(i / BANDS, old, y * oldLength + i % BANDS, BANDS);
            }
        }
        byte[] result = new byte[Math.multiplyExact(part.height(), length)];
        for (int y = 0; y < part.height(); y++) {
            for (int i = 0; i < length; i++) {
                result[y * length + i] = rows.apply(y, between, i - rows.start() * length, length);
            }
        }
        return Picture.owning(part.height(), part.width(), result, picture.name());
    }
}
