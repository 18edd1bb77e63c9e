package dev.wherefore.core.evaluate;

import dev.wherefore.core.scene.Scene;
import java.util.stream.LongStream;

/** Scenes one after the other, each made or read when it is asked for. */
public interface SceneSource {

    /**
     * Returns how many scenes there are.
     *
     * @return the number, at least 1
     */
    int count();

    /**
     * Returns a scene.
     *
     * @param index which, from 0
     * @return the scene; the same each time
     * @throws dev.wherefore.core.UserError if it cannot be read
     */
    Scene scene(int index);

    /**
     * Returns what the scenes were made from.
     *
     * @return the seed of each, in their order
     */
    LongStream seeds();

    /**
     * Returns what the scenes are, for the record.
     *
     * @return a few words
     */
    String description();
}
