package dev.wherefore.core.check;

import dev.wherefore.core.image.Plane;

/**
 * A map made while some layers of the network have random weights.
 *
 * @param share which share of the layers, from the output down, has had its turn, in (0, 1]
 * @param heat {@code (H, W)} in [0, 1]
 */
public record RandomisedMap(double share, Plane heat) {}
