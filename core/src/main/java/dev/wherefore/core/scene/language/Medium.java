package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.SceneObject;
import java.util.Set;

/** What an object stands on or is in. */
enum Medium {
    GROUND,
    WATER,
    AIR;

    private static final Set<String> FLYING = Set.of("flying", "gliding");

    static Medium of(SceneObject object) {
        if (object.kind() == Kind.KITE || FLYING.contains(object.pose())) {
            return AIR;
        }
        return object.kind() == Kind.BOAT ? WATER : GROUND;
    }

    static boolean isAir(SceneObject object) {
        return of(object) == AIR;
    }
}
