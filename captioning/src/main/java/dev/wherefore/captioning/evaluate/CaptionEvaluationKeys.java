package dev.wherefore.captioning.evaluate;

import dev.wherefore.captioning.config.CaptionConfig;
import dev.wherefore.captioning.config.CaptionerConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;

/**
 * The keys that only evaluations of captioners have.
 *
 * @param model the captioner
 * @param caption how captions are made
 * @param captions whose captions are explained
 */
public record CaptionEvaluationKeys(
        @ConfigDoc("The captioner: an image network and a decoder, and the words they speak.")
                CaptionerConfig model,
        @ConfigDoc(value = "How captions are made.", preset = "{search: greedy}")
                CaptionConfig caption,
        @ConfigDoc(
                        value =
                                "Whose captions' words are explained: those that the network makes"
                                        + " (made), or the first true one of each picture (true).",
                        preset = "made")
                Explained captions) {

    /** Whose captions are explained. */
    public enum Explained {
        /** Those that the network makes. */
        MADE,
        /** The first true caption of each picture. */
        TRUE
    }

    /** Checks that captions are made. */
    public CaptionEvaluationKeys {
        if (caption.text().isPresent()) {
            throw new IllegalArgumentException(
                    "caption.text is for a run: an evaluation has the captions made");
        }
    }
}
