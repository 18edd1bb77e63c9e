package dev.wherefore.core.scene;

import java.util.Optional;

/**
 * One object of a plan, in units of which the picture's shorter side has 128.
 *
 * @param kind what it is
 * @param colour its colour, for kinds that have one worth asking for
 * @param pose one of its drawing's poses
 * @param x where its foot's middle is, or its own middle if it flies, from the left
 * @param y likewise, from the top
 * @param distance where on the ground it would stand, from the top: what is painted later has more
 * @param scale its size, 1 for that at a middle distance
 * @param mirrored whether it faces left
 * @param seed what decides its details and its shade
 */
public record Placement(
        Kind kind,
        Optional<Colour> colour,
        String pose,
        double x,
        double y,
        double distance,
        double scale,
        boolean mirrored,
        long seed) {

    private static final double LARGEST = 4;

    /** Checks the numbers. */
    public Placement {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(distance)) {
            throw new IllegalArgumentException(
                    "x, y and distance must be finite, found %s, %s, %s".formatted(x, y, distance));
        }
        if (!(scale > 0 && scale <= LARGEST)) {
            throw new IllegalArgumentException(
                    "scale must be above 0 and at most 4, found " + scale);
        }
    }
}
