package dev.wherefore.core.evaluate;

import dev.wherefore.core.scene.SceneSplit;
import java.util.Optional;
import java.util.stream.LongStream;

/** Says whether scenes are of those that networks are trained with or chosen by. */
final class SceneUse {

    private SceneUse() {}

    /** A sentence, where some of the scenes were not held out. */
    static Optional<String> warning(LongStream seeds) {
        long[] all = seeds.toArray();
        return warning(all, SceneSplit.TRAINING, "trained with")
                .or(() -> warning(all, SceneSplit.VALIDATION, "chosen by"));
    }

    private static Optional<String> warning(long[] seeds, SceneSplit split, String use) {
        long count =
                LongStream.of(seeds)
                        .filter(seed -> SceneSplit.of(seed).filter(split::equals).isPresent())
                        .count();
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(
                "%d of the %d scenes have seeds from %d on, which networks are %s: the numbers may flatter"
                        .formatted(count, seeds.length, split.seed(0), use));
    }
}
