package dev.wherefore.core.scene;

import dev.wherefore.core.scene.draw.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Chooses which kinds are in a scene: mostly different ones, sometimes several of one kind. */
final class Cast {

    private static final double MORE = 0.35;
    private static final double GROUP = 0.22;
    private static final int LARGEST_GROUP = 4;

    private Cast() {}

    /** The kinds of a scene's objects, in no order. */
    static List<Kind> choose(SceneSettings settings, Dice dice) {
        int range = settings.maximumObjects() - settings.minimumObjects() + 1;
        int first = dice.below(range);
        int second = dice.below(range);
        int extra = dice.chance(MORE) ? Math.max(first, second) : first;
        int count = settings.minimumObjects() + extra;
        List<Kind> kinds = new ArrayList<>(settings.kinds());
        for (int i = kinds.size() - 1; i > 0; i--) {
            Collections.swap(kinds, i, dice.below(i + 1));
        }
        int group = 1;
        if (count > 1 && dice.chance(GROUP)) {
            group = 2 + dice.below(Math.min(LARGEST_GROUP, count) - 1);
        }
        List<Kind> cast = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cast.add(kinds.get(Math.max(0, i - group + 1) % kinds.size()));
        }
        return cast;
    }
}
