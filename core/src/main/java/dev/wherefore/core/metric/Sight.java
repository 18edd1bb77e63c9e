package dev.wherefore.core.metric;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import java.util.function.Supplier;

/**
 * What a {@link Baseline} may know.
 *
 * @param geometry the picture's size, and which part of it the network saw
 * @param grid the size of the methods' raw maps
 * @param seed what chance is drawn from
 * @param grey gives the picture's brightness, {@code (picture height, picture width)}, of any scale
 */
public record Sight(Geometry geometry, Size grid, long seed, Supplier<Plane> grey) {}
