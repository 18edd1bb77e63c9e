package dev.wherefore.core.scene;

import java.util.Arrays;
import java.util.List;

/**
 * How scenes are drawn.
 *
 * <p>An object is <em>present</em> if 40 % of it and 150 pixels can be seen, at 128x128; in a
 * larger picture the pixels grow with the square of the shorter side, so that a scene has the same
 * objects at every size.
 *
 * @param width the picture's width in pixels, at least 128
 * @param height the picture's height in pixels, at least 128
 * @param minimumObjects the least number of objects, at least 1
 * @param maximumObjects the largest number of objects, at most 8; fewer are drawn where no more
 *     find room
 * @param kinds what the objects may be, at least one kind, each once
 * @param occlusion the share of scenes whose objects may partly hide each other or be cut by the
 *     picture's edge, from 0 to 1
 * @param noise the largest standard deviation of the noise, of 255 levels, from 0 to 40
 * @param blur the largest standard deviation of the blur, in pixels at 128x128, from 0 to 3
 */
public record SceneSettings(
        int width,
        int height,
        int minimumObjects,
        int maximumObjects,
        List<Kind> kinds,
        double occlusion,
        double noise,
        double blur) {

    /** The settings that the bundled networks were trained and are measured with. */
    public static final SceneSettings DEFAULT = new SceneSettings(128, 128, 1, 5);

    private static final int LEAST_SIDE = 128;
    private static final int MOST_SIDE = 2048;
    private static final int MOST_OBJECTS = 8;

    /** Checks everything. */
    public SceneSettings {
        check(width >= LEAST_SIDE, "width must be at least 128, found " + width);
        check(height >= LEAST_SIDE, "height must be at least 128, found " + height);
        check(minimumObjects >= 1, "minimumObjects must be at least 1, found " + minimumObjects);
        check(
                maximumObjects >= minimumObjects && maximumObjects <= MOST_OBJECTS,
                "maximumObjects must be from minimumObjects, %d, to %d, found %d"
                        .formatted(minimumObjects, MOST_OBJECTS, maximumObjects));
        kinds = List.copyOf(kinds);
        check(!kinds.isEmpty(), "kinds must name at least one kind, found none");
        check(
                kinds.stream().distinct().count() == kinds.size(),
                "kinds must name each kind once, found " + kinds);
        check(
                occlusion >= 0 && occlusion <= 1,
                "occlusion must be from 0 to 1, found " + occlusion);
        check(noise >= 0 && noise <= 40, "noise must be from 0 to 40, found " + noise);
        check(blur >= 0 && blur <= 3, "blur must be from 0 to 3, found " + blur);
    }

    /**
     * Draws all kinds, with the usual occlusion, noise and blur.
     *
     * @param width the picture's width in pixels, at least 128
     * @param height the picture's height in pixels, at least 128
     * @param minimumObjects the least number of objects, at least 1
     * @param maximumObjects the largest number of objects, at most 8
     */
    public SceneSettings(int width, int height, int minimumObjects, int maximumObjects) {
        this(
                width,
                height,
                minimumObjects,
                maximumObjects,
                Arrays.asList(Kind.values()),
                0.45,
                5,
                0.7);
    }

    /**
     * Returns the usual settings with another size.
     *
     * @param width the pictures' width in pixels, at least 128
     * @param height the pictures' height in pixels, at least 128
     * @return the settings
     */
    public static SceneSettings ofSize(int width, int height) {
        check(width <= MOST_SIDE, "width must be at most 2048, found " + width);
        check(height <= MOST_SIDE, "height must be at most 2048, found " + height);
        return new SceneSettings(width, height, DEFAULT.minimumObjects(), DEFAULT.maximumObjects());
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
