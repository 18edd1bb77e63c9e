package dev.wherefore.core.scene;

import dev.wherefore.core.experiment.config.ConfigDoc;

/**
 * The keys of a config that say how large scenes are drawn.
 *
 * @param width the pictures' width in pixels, at least 128
 * @param height the pictures' height in pixels, at least 128
 */
public record SceneSizeConfig(
        @ConfigDoc(value = "The pictures' width in pixels, from 128 to 2048.", preset = "128")
                int width,
        @ConfigDoc(value = "The pictures' height in pixels, from 128 to 2048.", preset = "128")
                int height) {

    /** Checks the numbers. */
    public SceneSizeConfig {
        SceneSettings.ofSize(width, height);
    }

    /**
     * Returns the settings that are described, all else being the default.
     *
     * @return the settings
     */
    public SceneSettings settings() {
        return SceneSettings.ofSize(width, height);
    }
}
