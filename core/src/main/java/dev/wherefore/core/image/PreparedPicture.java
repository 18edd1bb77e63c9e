package dev.wherefore.core.image;

import java.util.Arrays;

/**
 * A picture as a network takes it: float32 values {@code (C, H, W)}, and how they came about.
 *
 * <p>Immutable; made by {@link Preprocessing#apply}.
 */
public final class PreparedPicture {

    private final float[] values;
    private final int channels;
    private final Picture seen;
    private final Geometry geometry;

    PreparedPicture(float[] values, int channels, Picture seen, Geometry geometry) {
        this.values = values;
        this.channels = channels;
        this.seen = seen;
        this.geometry = geometry;
    }

    /**
     * Returns the network's input, channel by channel and row by row.
     *
     * @return a copy of the {@code C * H * W} normalised values
     */
    public float[] channelsFirst() {
        return values.clone();
    }

    /**
     * Returns the same picture with other values, of a change that is too small to be seen, say.
     *
     * @param others {@code C * H * W} normalised values, channel by channel and row by row
     * @return the changed picture; {@link #seen} stays what it was
     * @throws IllegalArgumentException if they are not as many
     */
    public PreparedPicture withValues(float[] others) {
        if (others.length != values.length) {
            throw new IllegalArgumentException(
                    "a picture of %d values cannot have %d"
                            .formatted(values.length, others.length));
        }
        return new PreparedPicture(others.clone(), channels, seen, geometry);
    }

    /**
     * Returns the network's input.
     *
     * @return the normalised values {@code (C, H, W)}
     */
    public PixelMap pixels() {
        return PixelMap.of(channels, height(), width(), values);
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
     * Returns the input's number of rows.
     *
     * @return H
     */
    public int height() {
        return seen.height();
    }

    /**
     * Returns the input's number of columns.
     *
     * @return W
     */
    public int width() {
        return seen.width();
    }

    /**
     * Returns the picture as the network sees it, before mean and standard deviation.
     *
     * @return a picture {@code (H, W)}, grey if the network takes one channel
     */
    public Picture seen() {
        return seen;
    }

    /**
     * Returns how places of the input and of the user's picture belong together.
     *
     * @return the geometry
     */
    public Geometry geometry() {
        return geometry;
    }

    /**
     * Returns one channel.
     *
     * @param channel which, from 0
     * @return its normalised values {@code (H, W)}
     */
    public Plane channel(int channel) {
        int size = height() * width();
        return Plane.of(
                height(),
                width(),
                Arrays.copyOfRange(values, channel * size, (channel + 1) * size));
    }
}
