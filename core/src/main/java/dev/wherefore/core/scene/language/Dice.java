package dev.wherefore.core.scene.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices that are the same for the same seed, on every machine. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(mixed(seed));
    }

    /** Neighbouring seeds would give {@link Random} neighbouring first numbers. */
    private static long mixed(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One of a list, those near its beginning more often. */
    <T> T early(List<T> from) {
        int size = from.size();
        return from.get(Math.min(random.nextInt(size), random.nextInt(size)));
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
