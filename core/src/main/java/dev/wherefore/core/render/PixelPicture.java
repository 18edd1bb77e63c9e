package dev.wherefore.core.render;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * An attribution for every pixel and channel, such as a gradient or guided backpropagation, as a
 * picture.
 *
 * @see <a href="https://github.com/jacobgil/pytorch-grad-cam">the colours follow {@code
 *     deprocess_image} of pytorch-grad-cam</a>
 */
public final class PixelPicture {

    private static final int CHANNELS = 3;
    private static final double BRIGHTEST_PERCENTILE = 0.99;

    private final int height;
    private final int width;
    private final float[] values;

    /**
     * Constructs a picture of a copy of {@code values}. NaN counts as 0.
     *
     * @param height H, at least 1
     * @param width W, at least 1
     * @param values {@code (3, H, W)}: red, green, blue, each row by row
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public PixelPicture(int height, int width, float[] values) {
        if (height < 1 || width < 1 || values.length != (long) CHANNELS * height * width) {
            throw new IllegalArgumentException(
                    "an attribution of 3x"
                            + height
                            + "x"
                            + width
                            + " must have "
                            + (long) CHANNELS * height * width
                            + " values, found "
                            + values.length);
        }
        this.height = height;
        this.width = width;
        this.values = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                this.values[i] = 0;
            }
        }
    }

    /**
     * Returns the attribution in colours: {@code 0.1 · (x − mean) / (std + 1e-5) + 0.5}, clipped to
     * [0, 1], times 255, cut to a whole number. Middle grey is the mean; mean and (population)
     * standard deviation are over all channels.
     *
     * @return a picture of type {@code TYPE_INT_RGB}, {@code (H, W)}
     */
    public BufferedImage inColor() {
        double mean = mean();
        double spread = spread(mean) + 1e-5;
        return picture(
                i ->
                        Rgb.of(
                                level(values[i], mean, spread),
                                level(values[i + height * width], mean, spread),
                                level(values[i + 2 * height * width], mean, spread)));
    }

    /**
     * Returns the attribution's strength in grey: the sum of absolute values over the channels,
     * from black at the smallest to white at the 99th percentile and above (Smilkov et al.,
     * "SmoothGrad: removing noise by adding noise", 2017, clip so). All black where nothing
     * differs.
     *
     * @return a picture of type {@code TYPE_INT_RGB}, {@code (H, W)}
     */
    public BufferedImage inGrey() {
        float[] strength = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            strength[i % strength.length] += Math.abs(values[i]);
        }
        float[] sorted = strength.clone();
        Arrays.sort(sorted);
        double low = sorted[0];
        double range = percentile(sorted, BRIGHTEST_PERCENTILE) - low;
        return picture(
                i -> {
                    double share = range > 0 ? (strength[i] - low) / range : 0;
                    int grey = Rgb.clip((int) Math.round(share * 255));
                    return Rgb.of(grey, grey, grey);
                });
    }

    private BufferedImage picture(IntUnaryOperator colorAt) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < height * width; i++) {
            picture.setRGB(i % width, i / width, colorAt.applyAsInt(i));
        }
        return picture;
    }

    private static int level(float value, double mean, double spread) {
        double share = (value - mean) / spread * 0.1 + 0.5;
        return (int) (Math.min(Math.max(share, 0), 1) * 255);
    }

    private double mean() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private double spread(double mean) {
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** Returns a percentile, interpolated between its two neighbours. */
    private static double percentile(float[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - (double) sorted[below]) * (place - below);
    }
}
