package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;
import java.util.Arrays;
import java.util.List;

/** An immutable attribution to each value of the network's input, {@code (C, H, W)}. */
public final class PixelMap {

    private final int channels;
    private final int height;
    private final int width;
    private final float[] values;

    PixelMap(int channels, int height, int width, float[] values) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
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

    /** The mirror image, left and right exchanged. */
    PixelMap flipped() {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i - i % width + width - 1 - i % width];
        }
        return new PixelMap(channels, height, width, result);
    }

    /** The mean of several of one size. */
    static PixelMap mean(List<PixelMap> maps) {
        PixelMap first = maps.get(0);
        float[] mean = new float[first.values.length];
        for (PixelMap map : maps) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += map.values[i] / maps.size();
            }
        }
        return new PixelMap(first.channels, first.height, first.width, mean);
    }

    /** Every channel multiplied by a plane of the same size. */
    PixelMap times(Plane plane) {
        float[] product = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i % (height * width);
            product[i] = values[i] * plane.at(place / width, place % width);
        }
        return new PixelMap(channels, height, width, product);
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
