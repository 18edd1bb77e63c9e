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

    /** Checks the numbers. */
    public Light {
        if (!(blur >= 0 && blur <= 16 && noise >= 0 && noise <= 255)) {
            throw new IllegalArgumentException(
                    "blur must be from 0 to 16 and noise from 0 to 255, found %s and %s"
                            .formatted(blur, noise));
        }
    }

    /**
     * Returns the light that changes nothing.
     *
     * @return the light
     */
    public static Light plain() {
        return new Light(1, 1, 0, 0, 0, 0);
    }
}
