package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;

/**
 * A part that a layer's activations fall into.
 *
 * @param map how much of it is at each place, {@code (h, w)}, not negative
 * @param share what it adds to the target
 */
public record Concept(Plane map, float share) {}
