package dev.wherefore.vqa.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.image.Fill;

/**
 * How it is measured what an answer owes to the picture and to the words of the question.
 *
 * @param picture whether each question is asked again without the picture
 * @param question whether the picture is shown again without a question
 * @param words whether each question is asked again without each of its words
 * @param fill what stands in place of the picture
 */
public record PriorConfig(
        @ConfigDoc(
                        value = "Whether each question is asked again without the picture.",
                        preset = "true")
                boolean picture,
        @ConfigDoc(
                        value =
                                "Whether the picture is shown again without a question: with the"
                                        + " frame's tokens alone, or one that fills up.",
                        preset = "true")
                boolean question,
        @ConfigDoc(
                        value =
                                "Whether each question is asked again without each of its words: a"
                                        + " row in one pass for each.",
                        preset = "true")
                boolean words,
        @ConfigDoc(
                        value =
                                "What stands in place of the picture: its mean colour (mean), or 0"
                                        + " in the network's own numbers (zero).",
                        preset = "mean")
                Fill fill) {}
