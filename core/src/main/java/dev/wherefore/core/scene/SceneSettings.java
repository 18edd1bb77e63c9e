package dev.wherefore.core.scene;

/**
 * How scenes are drawn.
 *
 * @param width the picture's width in pixels, at least 128
 * @param height the picture's height in pixels, at least 128
 * @param minimumObjects the least number of objects, at least 1
 * @param maximumObjects the largest number of objects
 */
public record SceneSettings(int width, int height, int minimumObjects, int maximumObjects) {

    /** The settings that the bundled networks were trained and are measured with. */
    public static final SceneSettings DEFAULT = new SceneSettings(128, 128, 1, 5);
}
