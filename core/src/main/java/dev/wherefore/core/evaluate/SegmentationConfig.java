package dev.wherefore.core.evaluate;

import dev.wherefore.core.experiment.config.ConfigDoc;

/**
 * How pictures are cut into labels by maps.
 *
 * @param threshold the share of its maximum that a map has where its label may be, in (0, 1]
 * @param seeds whether what is cut is written
 */
public record SegmentationConfig(
        @ConfigDoc(
                        value =
                                "The share of its maximum that a map must reach where its label may"
                                        + " be; below it is background.",
                        preset = "0.2")
                double threshold,
        @ConfigDoc(
                        value =
                                "Whether what each method cuts is written, as PNG with VOC's"
                                        + " palette, to seeds/METHOD in the folder.",
                        preset = "false")
                boolean seeds) {

    /** Checks the number. */
    public SegmentationConfig {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "threshold must be above 0 and at most 1, found " + threshold);
        }
    }
}
