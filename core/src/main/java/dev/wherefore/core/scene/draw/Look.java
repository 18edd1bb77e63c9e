package dev.wherefore.core.scene.draw;

/**
 * What one object looks like.
 *
 * @param pose one of its drawing's poses
 * @param tone its colour, {@code 0xRRGGBB}
 * @param dice what decides its details
 */
public record Look(String pose, int tone, Dice dice) {}
