package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.image.Fill;

/**
 * How occlusion maps are made, which the methods' maps are compared with.
 *
 * @param window the side of the square that is covered, in pixels of the network's input
 * @param stride by how much it moves on
 * @param fill what the square is filled with
 * @param pictures in how many pictures, the first ones
 */
public record OcclusionConfig(
        @ConfigDoc(
                        value =
                                "The side of the square that is covered, in pixels of the network's"
                                        + " input.",
                        preset = "16")
                int window,
        @ConfigDoc(value = "By how many pixels the square moves on.", preset = "8") int stride,
        @ConfigDoc(
                        value =
                                "What the square is filled with: the picture's mean colour (mean),"
                                        + " or 0 in the network's own numbers (zero).",
                        preset = "mean")
                Fill fill,
        @ConfigDoc(
                        value = "In how many pictures, the first ones: each needs many passes.",
                        preset = "50")
                int pictures) {

    /** Checks the numbers. */
    public OcclusionConfig {
        ConfigNumbers.requireAtLeast("window", window, 1);
        ConfigNumbers.requireAtLeast("stride", stride, 1);
        ConfigNumbers.requireAtLeast("pictures", pictures, 1);
    }
}
