package dev.wherefore.core.scene;

import dev.wherefore.core.experiment.config.ConfigDoc;

/**
 * The keys of a config that say how scenes are drawn.
 *
 * @param width the pictures' width in pixels
 * @param height the pictures' height in pixels
 */
public record SceneConfig(
        @ConfigDoc(value = "The pictures' width in pixels, from 128 to 2048.", preset = "128")
                int width,
        @ConfigDoc(value = "The pictures' height in pixels, from 128 to 2048.", preset = "128")
                int height) {

    private static final int LARGEST_SIDE = 2048;

    /** Checks the numbers. */
    public SceneConfig {
        refuseLarger("width", width);
        refuseLarger("height", height);
        settings(width, height);
    }

    /**
     * Returns the settings that are described, all else being the default.
     *
     * @return the settings
     */
    public SceneSettings settings() {
        return settings(width, height);
    }

    private static void refuseLarger(String key, int number) {
        if (number > LARGEST_SIDE) {
            throw new IllegalArgumentException(
                    "%s must be at most %d, found %d".formatted(key, LARGEST_SIDE, number));
        }
    }

    private static SceneSettings settings(int width, int height) {
        SceneSettings usual = SceneSettings.DEFAULT;
        return new SceneSettings(width, height, usual.minimumObjects(), usual.maximumObjects());
    }
}
