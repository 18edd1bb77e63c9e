package dev.wherefore.core.image;

import java.util.Arrays;
import java.util.List;

/**
 * An immutable number for each channel and place, {@code (C, H, W)}: a picture as a network is
 * given it, or an attribution to each of its values.
 */
public final class PixelMap {

    private final int channels;
    private final int height;
    private final int width;
    private final float[] values;

    private PixelMap(int channels, int height, int width, float[] values) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /**
     * Returns a map that holds a copy of some values.
     *
     * @param channels C
     * @param height H
     * @param width W
     * @param values {@code C * H * W} numbers, channel by channel, row by row
     * @return the map
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static PixelMap of(int channels, int height, int width, float[] values) {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    "a map of %dx%dx%d must have %d values, found %d"
                            .formatted(
                                    channels,
                                    height,
                                    width,
                                    channels * height * width,
                                    values.length));
        }
        return new PixelMap(channels, height, width, values.clone());
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
     * Returns the mean over the channels at each place.
     *
     * @return the means, {@code (H, W)}
     */
    public Plane mean() {
        return Plane.compute(
                height,
                width,
                (y, x) -> {
                    float sum = 0;
                    for (int c = 0; c < channels; c++) {
                        sum += values[(c * height + y) * width + x];
                    }
                    return sum / channels;
                });
    }

    /**
     * Returns the largest magnitude over the channels at each place (Simonyan et al., 2013, section
     * 3.1).
     *
     * @return the magnitudes, {@code (H, W)}, not negative
     */
    public Plane magnitude() {
        return Plane.compute(
                height,
                width,
                (y, x) -> {
                    float max = 0;
                    for (int c = 0; c < channels; c++) {
                        max = Math.max(max, Math.abs(values[(c * height + y) * width + x]));
                    }
                    return max;
                });
    }

    /**
     * Returns the map with every value replaced, channel by channel, row by row.
     *
     * @param function the new value for each old one
     * @return the new map
     */
    public PixelMap map(Plane.ValueFunction function) {
        float[] changed = new float[values.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = function.of(values[i]);
        }
        return new PixelMap(channels, height, width, changed);
    }

    /**
     * Returns the map with every channel multiplied by a plane.
     *
     * @param mask {@code (H, W)}
     * @return the product
     */
    public PixelMap times(Plane mask) {
        requireSizeOf(mask);
        float[] factors = mask.toArray();
        float[] product = new float[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = values[i] * factors[i % factors.length];
        }
        return new PixelMap(channels, height, width, product);
    }

    /**
     * Returns the mirror image.
     *
     * @return the map, left and right exchanged
     */
    public PixelMap flipped() {
        float[] changed = new float[values.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = values[i - i % width + width - 1 - i % width];
        }
        return new PixelMap(channels, height, width, changed);
    }

    /**
     * Returns the mean of several maps.
     *
     * @param maps at least one, all of one size
     * @return the mean, value by value
     */
    public static PixelMap mean(List<PixelMap> maps) {
        PixelMap first = maps.get(0);
        float[] mean = new float[first.values.length];
        for (PixelMap map : maps) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += map.values[i] / maps.size();
            }
        }
        return new PixelMap(first.channels, first.height, first.width, mean);
    }

    /**
     * Refuses a plane that does not lie on the map.
     *
     * @param plane a plane
     * @throws IllegalArgumentException if it is not {@code (H, W)}
     */
    public void requireSizeOf(Plane plane) {
        if (plane.height() != height || plane.width() != width) {
            throw new IllegalArgumentException(
                    "%s does not fit a picture of %dx%d".formatted(plane, height, width));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelMap that
                && channels == that.channels
                && height == that.height
                && width == that.width
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
