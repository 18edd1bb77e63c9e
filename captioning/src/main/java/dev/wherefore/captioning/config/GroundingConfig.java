package dev.wherefore.captioning.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.image.Fill;

/**
 * How it is measured what a word owes to the picture.
 *
 * @param measure whether it is measured
 * @param fill what pixels are filled with
 * @param region the share of a map's maximum from which on a place belongs to the marked region
 */
public record GroundingConfig(
        @ConfigDoc(
                        value =
                                "Whether each explained word is asked for again without its marked"
                                        + " region and without the picture: a pass for each word.",
                        preset = "true")
                boolean measure,
        @ConfigDoc(
                        value =
                                "What is filled in: the picture's mean colour (mean), or 0 in the"
                                        + " network's own numbers (zero).",
                        preset = "mean")
                Fill fill,
        @ConfigDoc(
                        value =
                                "The share of the map's maximum from which on a place belongs to"
                                        + " the marked region, above 0 and at most 1.",
                        preset = "0.5")
                double region) {

    /** Checks the share. */
    public GroundingConfig {
        if (!(region > 0 && region <= 1)) {
            throw new IllegalArgumentException(
                    "region must be above 0 and at most 1, found " + region);
        }
    }
}
