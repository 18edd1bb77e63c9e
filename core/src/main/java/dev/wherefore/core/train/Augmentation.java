package dev.wherefore.core.train;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.image.Picture;
import java.util.SplittableRandom;

/**
 * Changes of a picture that leave true what it shows.
 *
 * @param flip whether half of the pictures are mirrored
 * @param shift by how many pixels at most a picture is moved each way; its edge is repeated
 * @param light by which share at most it is made brighter or darker, from 0 to below 1
 */
public record Augmentation(
        @ConfigDoc(value = "Whether half of the pictures are mirrored.", preset = "true")
                boolean flip,
        @ConfigDoc(value = "By how many pixels at most a picture is moved.", preset = "4")
                int shift,
        @ConfigDoc(
                        value = "By which share at most a picture is made brighter or darker.",
                        preset = "0.1")
                double light) {

    private static final int BANDS = 3;

    /** Checks the numbers. */
    public Augmentation {
        if (shift < 0) {
            throw new IllegalArgumentException("shift must not be negative, found " + shift);
        }
        if (!(light >= 0 && light < 1)) {
            throw new IllegalArgumentException(
                    "light must be at least 0 and below 1, found " + light);
        }
    }

    /**
     * Returns the picture, changed by chance.
     *
     * @param picture the picture
     * @param random where chance comes from
     * @return a picture of the same size
     */
    public Picture apply(Picture picture, SplittableRandom random) {
        boolean mirrored = flip && random.nextBoolean();
        int right = random.nextInt(-shift, shift + 1);
        int down = random.nextInt(-shift, shift + 1);
        double gain = 1 + light * (2 * random.nextDouble() - 1);
        int height = picture.height();
        int width = picture.width();
        byte[] from = picture.toBytes();
        byte[] to = new byte[from.length];
        for (int y = 0; y < height; y++) {
            int row = Math.min(Math.max(y - down, 0), height - 1);
            for (int x = 0; x < width; x++) {
                int column = Math.min(Math.max(x - right, 0), width - 1);
                int source = row * width + (mirrored ? width - 1 - column : column);
                for (int band = 0; band < BANDS; band++) {
                    double value = (from[source * BANDS + band] & 0xff) * gain;
                    to[(y * width + x) * BANDS + band] = (byte) Math.min(255, Math.round(value));
                }
            }
        }
        return Picture.of(height, width, to, picture.name());
    }
}
