package dev.wherefore.core.evaluate;

import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneSettings;
import java.util.stream.LongStream;

/**
 * Scenes that are drawn when they are asked for.
 *
 * @param seed what the first one is drawn from; the others are drawn from the numbers that follow
 * @param count how many there are
 * @param settings how they are drawn
 */
record DrawnScenes(long seed, int count, SceneSettings settings) implements SceneSource {

    @Override
    public Exhibit exhibit(int index) {
        return Exhibit.of(new SceneGenerator(settings).scene(seed + index));
    }

    @Override
    public LongStream seeds() {
        return LongStream.range(seed, seed + count);
    }

    @Override
    public String description() {
        return "%d scenes of %dx%d pixels, drawn from the seeds %d to %d"
                .formatted(count, settings.width(), settings.height(), seed, seed + count - 1);
    }
}
