package dev.wherefore.core.scene;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which scenes are for what, by their seeds. What is measured in the end must never have been
 * trained with, so the ranges do not meet.
 */
public enum SceneSplit {
    /** Scenes to measure and to show: {@code wherefore scenes} begins here. */
    HELD_OUT(0, 1_000_000),
    /** Scenes to choose between epochs and settings by. */
    VALIDATION(1_000_000, 2_000_000),
    /** Scenes to train with. */
    TRAINING(2_000_000, Long.MAX_VALUE);

    private final long first;
    private final long end;

    SceneSplit(long first, long end) {
        this.first = first;
        this.end = end;
    }

    /**
     * Returns what the scene of a seed is for.
     *
     * @param seed the seed
     * @return the split; none for negative seeds, which nothing is set aside for
     */
    public static Optional<SceneSplit> of(long seed) {
        return Arrays.stream(values())
                .filter(split -> seed >= split.first && seed < split.end)
                .findFirst();
    }

    /**
     * Returns how many scenes there are.
     *
     * @return the number, above 0
     */
    public long size() {
        return end - first;
    }

    /**
     * Returns the seed of one of the scenes.
     *
     * @param index the scene's number, from 0
     * @return its seed
     * @throws IllegalArgumentException if there are not so many
     */
    public long seed(long index) {
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException(
                    "there is no scene %d among %d".formatted(index, size()));
        }
        return first + index;
    }
}
