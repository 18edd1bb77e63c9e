package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.draw.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Choices that are the same for the same seed, on every machine. */
final class Choices {

    private final Dice dice;

    Choices(long seed) {
        this.dice = new Dice(seed);
    }

    boolean chance(double probability) {
        return dice.chance(probability);
    }

    <T> T one(List<T> from) {
        return dice.pick(from);
    }

    /** One of a list, those near its beginning more often. */
    <T> T early(List<T> from) {
        int size = from.size();
        return from.get(Math.min(dice.below(size), dice.below(size)));
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        for (int i = copy.size() - 1; i > 0; i--) {
            Collections.swap(copy, i, dice.below(i + 1));
        }
        return copy;
    }
}
