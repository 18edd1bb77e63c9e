package dev.wherefore.vqa.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.Optional;

/**
 * How a network says its answers.
 *
 * @param begin the token that begins an answer
 * @param end the token that ends it
 */
public record SayingConfig(
        @ConfigDoc(
                        value =
                                "The token that begins an answer, its text or its number; left out,"
                                        + " one with a usual name such as [DEC].",
                        orNumber = true)
                Optional<String> begin,
        @ConfigDoc(
                        value = "The token that ends an answer; left out, one such as [SEP].",
                        orNumber = true)
                Optional<String> end) {}
