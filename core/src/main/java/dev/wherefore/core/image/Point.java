package dev.wherefore.core.image;

/**
 * A place in continuous coordinates; the centre of pixel {@code (y, x)} is at {@code (x + 0.5, y +
 * 0.5)}.
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {}
