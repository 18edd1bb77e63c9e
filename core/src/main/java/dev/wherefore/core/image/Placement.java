package dev.wherefore.core.image;

/**
 * Where a resized picture lies in what a network sees.
 *
 * @param resized the size to which the whole picture is resized
 * @param top the row of the input at which the resized picture starts; negative where a crop cuts
 *     its top off
 * @param left the column of the input at which the resized picture starts
 * @param input the size of what the network sees
 * @param fill the colour of the input where there is no picture, {@code 0xRRGGBB}
 */
public record Placement(Size resized, int top, int left, Size input, int fill) {

    /**
     * Returns the place of a picture that fills the input.
     *
     * @param size the size of both
     * @return the place
     */
    public static Placement filling(Size size) {
        return new Placement(size, 0, 0, size, 0);
    }

    /**
     * Returns the place after a crop about the centre, or after padding where the crop is larger,
     * with torchvision's rounding: an odd pixel is cut by rounding half to even, and padded on the
     * right and at the bottom.
     *
     * @param crop the new size of the input
     * @return the place
     */
    public Placement cropped(Size crop) {
        return new Placement(
                resized,
                top + shift(input.height(), crop.height()),
                left + shift(input.width(), crop.width()),
                crop,
                fill);
    }

    private static int shift(int before, int after) {
        return after > before ? (after - before) / 2 : -(int) Math.rint((before - after) / 2.0);
    }

    /**
     * Returns what the network sees.
     *
     * @param picture the picture
     * @param filter how it is resized
     * @return the input's 8-bit picture
     */
    public Picture draw(Picture picture, Filter filter) {
        int firstRow = Math.max(0, -top);
        int firstColumn = Math.max(0, -left);
        int rows = Math.min(resized.height() - firstRow, input.height() - Math.max(0, top));
        int columns = Math.min(resized.width() - firstColumn, input.width() - Math.max(0, left));
        Picture part =
                Resampling.resize(
                        picture, resized, filter, firstRow, firstColumn, new Size(rows, columns));
        if (Size.of(part).equals(input)) {
            return part;
        }
        byte[] samples = filled();
        for (int y = 0; y < rows; y++) {
            int to = 3 * ((Math.max(0, top) + y) * input.width() + Math.max(0, left));
            System.arraycopy(part.samples(), 3 * y * columns, samples, to, 3 * columns);
        }
        return Picture.owning(input.height(), input.width(), samples, picture.name());
    }

    private byte[] filled() {
        byte[] samples = new byte[3 * Math.multiplyExact(input.height(), input.width())];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (fill >> (8 * (2 - i % 3)));
        }
        return samples;
    }

    /**
     * Returns how places of the input and of the picture belong together.
     *
     * @param picture the picture's size
     * @return the geometry
     */
    public Geometry geometry(Size picture) {
        double perRow = (double) picture.height() / resized.height();
        double perColumn = (double) picture.width() / resized.width();
        return new Geometry(
                picture,
                input,
                new Rectangle(
                        -left * perColumn,
                        -top * perRow,
                        (input.width() - left) * perColumn,
                        (input.height() - top) * perRow));
    }
}
