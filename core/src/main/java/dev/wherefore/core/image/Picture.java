package dev.wherefore.core.image;

import java.awt.image.BufferedImage;

/**
 * An immutable picture of 8-bit sRGB pixels {@code (height, width, 3)}, row by row from the top,
 * and the name it is known by in messages and results.
 */
public final class Picture {

    private static final int BANDS = 3;

    private final int height;
    private final int width;
    private final byte[] samples;
    private final String name;

    private Picture(int height, int width, byte[] samples, String name) {
        this.height = height;
        this.width = width;
        this.samples = samples;
        this.name = name;
    }

    /**
     * Returns a picture that holds a copy of the samples.
     *
     * @param height the number of rows, at least 1
     * @param width the number of columns, at least 1
     * @param samples red, green and blue of each pixel, {@code height * width * 3} unsigned bytes,
     *     row by row
     * @param name what to call it in messages
     * @return the picture
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static Picture of(int height, int width, byte[] samples, String name) {
        return owning(height, width, samples.clone(), name);
    }

    /**
     * Returns a picture with the pixels of an image. Its numbers are taken as sRGB whatever its
     * colour space says; grey is spread over the three colours, 16 bits are scaled to 8 and
     * rounded, and what is transparent is laid over white.
     *
     * @param image any image, left as it is
     * @param name what to call it in messages
     * @return the picture
     */
    public static Picture of(BufferedImage image, String name) {
        return owning(image.getHeight(), image.getWidth(), Samples.of(image), name);
    }

    /** Like {@link #of(int, int, byte[], String)}, without the copy: nobody else may keep them. */
    static Picture owning(int height, int width, byte[] samples, String name) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a picture must be at least 1x1, found " + height + "x" + width);
        }
        long wanted = (long) height * width * BANDS;
        if (samples.length != wanted) {
            throw new IllegalArgumentException(
                    "a picture of %dx%d must have %d samples, found %d"
                            .formatted(height, width, wanted, samples.length));
        }
        return new Picture(height, width, samples, name);
    }

    /**
     * Returns the number of rows.
     *
     * @return the height in pixels
     */
    public int height() {
        return height;
    }

    /**
     * Returns the number of columns.
     *
     * @return the width in pixels
     */
    public int width() {
        return width;
    }

    /**
     * Returns what the picture is called: the path as the user wrote it, for a picture read from a
     * file.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns one pixel.
     *
     * @param y the row, from the top
     * @param x the column, from the left
     * @return the colour as {@code 0xRRGGBB}
     */
    public int rgb(int y, int x) {
        return sample(y, x, 0) << 16 | sample(y, x, 1) << 8 | sample(y, x, 2);
    }

    /**
     * Returns one colour of one pixel.
     *
     * @param y the row, from the top
     * @param x the column, from the left
     * @param band 0 for red, 1 for green, 2 for blue
     * @return the value, 0 to 255
     */
    public int sample(int y, int x, int band) {
        return samples[(y * width + x) * BANDS + band] & 0xff;
    }

    /**
     * Returns a copy of the samples.
     *
     * @return red, green and blue of each pixel as unsigned bytes, {@code (height, width, 3)}
     */
    public byte[] toBytes() {
        return samples.clone();
    }

    /**
     * Returns a copy of the pixels.
     *
     * @return the colours as {@code 0xRRGGBB}, {@code (height, width)}
     */
    public int[] toRgb() {
        int[] pixels = new int[height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = rgb(i / width, i % width);
        }
        return pixels;
    }

    /**
     * Returns the picture in grey: ITU-R 601 luma in fixed point, as Pillow's mode {@code "L"} has
     * it, the same for all three colours.
     *
     * @return the grey picture
     */
    public Picture grey() {
        byte[] grey = new byte[samples.length];
        for (int i = 0; i < grey.length; i += BANDS) {
            byte luma = (byte) luma(i / BANDS / width, i / BANDS % width);
            grey[i] = luma;
            grey[i + 1] = luma;
            grey[i + 2] = luma;
        }
        return new Picture(height, width, grey, name);
    }

    /**
     * Returns the brightness of a pixel, as {@link #grey()} has it.
     *
     * @param y the row, from the top
     * @param x the column, from the left
     * @return the luma, 0 to 255
     */
    public int luma(int y, int x) {
        int red = sample(y, x, 0);
        int green = sample(y, x, 1);
        int blue = sample(y, x, 2);
        return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
    }

    /**
     * Returns the picture as an image of its own.
     *
     * @return an image of {@link BufferedImage#TYPE_INT_RGB}
     */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, toRgb(), 0, width);
        return image;
    }

    /** The samples themselves, for readers within the package that leave them as they are. */
    byte[] samples() {
        return samples;
    }

    @Override
    public String toString() {
        return "Picture " + name + " " + height + "x" + width;
    }
}
