package dev.wherefore.core.experiment;

import dev.wherefore.core.explain.Explanation;
import java.util.Optional;

/**
 * An explanation and what it is called in print.
 *
 * @param title a few words for captions: {@code "bus"}, {@code "bus instead of car"}
 * @param explanation the explanation
 * @param prediction what is explained, where it is one of the network's predictions
 */
public record Finding(String title, Explanation explanation, Optional<Prediction> prediction) {}
