package dev.wherefore.core.check;

import dev.wherefore.core.image.Plane;

/** A picture as a network is given it: {@code (C, H, W)} values after preprocessing. Immutable. */
public final class InputPicture {

    private final int channels;
    private final int height;
    private final int width;
    private final float[] values;

    private InputPicture(int channels, int height, int width, float[] values) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /**
     * Returns a picture that holds a copy of some values.
     *
     * @param channels C
     * @param height H
     * @param width W
     * @param values {@code C * H * W} numbers, channel by channel, row by row
     * @return the picture
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static InputPicture of(int channels, int height, int width, float[] values) {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    "a picture of %dx%dx%d must have %d values, found %d"
                            .formatted(
                                    channels,
                                    height,
                                    width,
                                    channels * height * width,
                                    values.length));
        }
        return new InputPicture(channels, height, width, values.clone());
    }

    /**
     * Returns the number of channels.
     *
     * @return C
     */
    public int channels() {
        return channels;
    }

    /**
     * Returns the number of rows.
     *
     * @return H
     */
    public int height() {
        return height;
    }

    /**
     * Returns the number of columns.
     *
     * @return W
     */
    public int width() {
        return width;
    }

    /**
     * Returns a copy of all values.
     *
     * @return {@code C * H * W} numbers, channel by channel, row by row
     */
    public float[] toArray() {
        return values.clone();
    }

    /**
     * Returns the picture with every value replaced, channel by channel, row by row.
     *
     * @param function the new value for each old one
     * @return the new picture
     */
    public InputPicture map(Plane.ValueFunction function) {
        float[] changed = new float[values.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = function.of(values[i]);
        }
        return new InputPicture(channels, height, width, changed);
    }

    /**
     * Returns the picture with every channel multiplied by a plane.
     *
     * @param mask {@code (H, W)}
     * @return the product
     */
    public InputPicture times(Plane mask) {
        requireSizeOf(mask);
        float[] factors = mask.toArray();
        float[] product = new float[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = values[i] * factors[i % factors.length];
        }
        return new InputPicture(channels, height, width, product);
    }

    /**
     * Returns the mirror image.
     *
     * @return the picture, left and right exchanged
     */
    public InputPicture flipped() {
        float[] changed = new float[values.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = values[i - i % width + width - 1 - i % width];
        }
        return new InputPicture(channels, height, width, changed);
    }

    void requireSizeOf(Plane map) {
        if (map.height() != height || map.width() != width) {
            throw new IllegalArgumentException(
                    "%s does not fit a picture of %dx%d".formatted(map, height, width));
        }
    }
}
