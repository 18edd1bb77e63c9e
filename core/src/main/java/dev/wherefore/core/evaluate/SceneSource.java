package dev.wherefore.core.evaluate;

import dev.wherefore.core.UserError;
import dev.wherefore.core.coco.CocoCategory;
import dev.wherefore.core.dataset.DataLabel;
import dev.wherefore.core.dataset.UnusableRecord;
import dev.wherefore.core.scene.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
     * @throws dev.wherefore.core.dataset.UnusableRecord if it cannot be read, or what is said of it
     */
    Exhibit exhibit(int index);

    /**
     * Returns the first scene or image that can be read, to try a network on.
     *
     * @return it
     * @throws dev.wherefore.core.UserError if none can be read, with what is wrong with the first
     */
    default Exhibit first() {
        Optional<UnusableRecord> broken = Optional.empty();
        for (int index = 0; index < count(); index++) {
            try {
                return exhibit(index);
            } catch (UnusableRecord e) {
                broken = broken.or(() -> Optional.of(e));
            }
        }
        throw broken.map(
                        first ->
                                new UserError(
                                        "none of the %d pictures can be used; of the first: %s"
                                                .formatted(count(), first.getMessage()),
                                        first))
                .orElseThrow();
    }

    /**
     * Returns what the pictures can show.
     *
     * @return the labels, in the order of tables: the kinds, for drawn scenes; none where only a
     *     task's own files tell
     */
    default List<DataLabel> labels() {
        return Stream.of(Kind.values()).map(kind -> DataLabel.of(kind.label())).toList();
    }

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
