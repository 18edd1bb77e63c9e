package dev.wherefore.core.scene.draw;

/**
 * What a camera makes of a scene.
 *
 * @param brightness the factor of all samples
 * @param contrast the factor of a sample's distance from the middle, 128
 * @param warmth how much more red and less blue, in shares; negative for the opposite
 * @param blur the standard deviation of the blur, in units
 * @param noise the standard deviation of the noise, of 255 levels
 * @param seed what decides the noise
 */
public record Light(
        double brightness, double contrast, double warmth, double blur, double noise, long seed) {

    /**
     * Changes nothing but what daylight does.
     *
     * @return the light
     */
    public static Light plain() {
        return new Light(1, 1, 0, 0, 0, 0);
    }
}
