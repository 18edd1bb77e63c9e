package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.metric.Truth;
import dev.wherefore.vqa.asking.Asked;
import java.util.Optional;

/**
 * A question of an evaluation.
 *
 * @param asked the question
 * @param label of which type it is
 * @param truth where the picture shows what decides the answer, if it is known
 */
record Posed(Asked asked, String label, Optional<Truth> truth) {}
