package dev.wherefore.captioning.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.List;

/**
 * The keys of a config that only captioning has.
 *
 * @param model the captioner
 * @param caption where captions come from
 * @param targets what of them to explain
 * @param grounding how it is measured what a word owes to the picture
 */
public record CaptioningConfig(
        @ConfigDoc("The captioner: an image network and a decoder, and the words they speak.")
                CaptionerConfig model,
        @ConfigDoc(
                        value = "How captions are made, or the caption to explain.",
                        preset = "{search: greedy}")
                CaptionConfig caption,
        @ConfigDoc(value = "What of the captions to explain.", preset = "[{words: all}]")
                List<CaptionTargetConfig> targets,
        @ConfigDoc(value = "How it is measured what each word owes to the picture.", preset = "{}")
                GroundingConfig grounding) {

    /** Checks that there is a target. */
    public CaptioningConfig {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets must name a word at least");
        }
    }
}
