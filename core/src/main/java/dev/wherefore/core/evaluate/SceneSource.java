package dev.wherefore.core.evaluate;

import dev.wherefore.core.coco.CocoCategory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Scenes or images one after the other, each made or read when it is asked for. */
public interface SceneSource {

    /**
     * Returns how many scenes there are.
     *
     * @return the number, at least 1
     */
    int count();

    /**
     * Returns a scene or an image.
     *
     * @param index which, from 0
     * @return it; the same each time
     * @throws dev.wherefore.core.UserError if it cannot be read
     */
    Exhibit exhibit(int index);

    /**
     * Returns what the things in the images are called.
     *
     * @return the categories; nothing for drawn scenes, whose kinds are known
     */
    default Optional<List<CocoCategory>> categories() {
        return Optional.empty();
    }

    /**
     * Returns the pictures' files, where a task's own files tell what is true of them.
     *
     * @return the files in order; none for scenes and for COCO's images
     */
    default List<Path> files() {
        return List.of();
    }

    /**
     * Returns what else is to be known of the scenes, such as what was left out.
     *
     * @return one fact a line, for people
     */
    default List<String> facts() {
        return List.of();
    }

    /**
     * Returns what the scenes were made from.
     *
     * @return the seed of each that was drawn, in their order
     */
    LongStream seeds();

    /**
     * Returns what the scenes are, for the record.
     *
     * @return a few words
     */
    String description();
}
