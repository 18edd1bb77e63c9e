package dev.wherefore.core.scene;

import dev.wherefore.core.scene.draw.Ground;
import dev.wherefore.core.scene.draw.Light;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that is in a picture before it is drawn. May be made by hand, or be taken from a
 * generator and changed. An object's share beyond the picture's edge is known as far as 56 units
 * outside.
 *
 * @param seed what it was made from, and what decides the backdrop's details
 * @param backdrop where it takes place
 * @param daylight when it takes place
 * @param ground where the horizon, the water and the road are
 * @param light what the camera does
 * @param placements the objects; sorted by distance, the farthest first
 */
public record ScenePlan(
        long seed,
        Backdrop backdrop,
        Daylight daylight,
        Ground ground,
        Light light,
        List<Placement> placements) {

    /** Sorts the list; objects at the same distance keep their order. */
    public ScenePlan {
        placements =
                placements.stream()
                        .sorted(Comparator.comparingDouble(Placement::distance))
                        .toList();
    }

    /**
     * Returns the same plan with other objects.
     *
     * @param others the objects
     * @return the new plan
     */
    public ScenePlan with(List<Placement> others) {
        return new ScenePlan(seed, backdrop, daylight, ground, light, others);
    }
}
