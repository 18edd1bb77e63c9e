package dev.wherefore.core.scene;

import dev.wherefore.core.experiment.config.ConfigDoc;

/**
 * The keys of a config that say how scenes are drawn.
 *
 * @param width the pictures' width in pixels
 * @param height the pictures' height in pixels
 */
public record SceneConfig(
        @ConfigDoc(value = "The pictures' width in pixels, at least 128.", preset = "128")
                int width,
        @ConfigDoc(value = "The pictures' height in pixels, at least 128.", preset = "128")
                int height) {

    /** Checks the numbers. */
    public SceneConfig {
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

    private static SceneSettings settings(int width, int height) {
        SceneSettings usual = SceneSettings.DEFAULT;
        return new SceneSettings(width, height, usual.minimumObjects(), usual.maximumObjects());
    }
}
