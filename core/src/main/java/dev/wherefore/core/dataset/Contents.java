package dev.wherefore.core.dataset;

import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of what a picture shows. */
public interface Contents {

    /** Nothing is known. */
    Contents UNKNOWN =
            new Contents() {
                @Override
                public Set<String> labels() {
                    return Set.of();
                }

                @Override
                public Optional<Truth> truth(String label) {
                    return Optional.empty();
                }
            };

    /**
     * Returns what the picture surely shows.
     *
     * @return the names of the labels, each once
     */
    Set<String> labels();

    /**
     * Returns where the picture shows things of a label.
     *
     * @param label the label's name
     * @return the place; nothing if it shows none, or it is not known where
     */
    Optional<Truth> truth(String label);

    /**
     * Returns whether it is left open that the picture shows a label: then it counts neither for
     * nor against a network.
     *
     * @param label the label's name
     * @return true for one that is not among {@link #labels()}, and may be there
     */
    default boolean isOpen(String label) {
        return false;
    }

    /**
     * Returns whether the masks follow the things' outlines; otherwise they are their boxes.
     *
     * @return true if they do
     */
    default boolean isOutlined() {
        return false;
    }

    /**
     * Returns the pixels of which it is not known what they show, such as VOC's "void".
     *
     * @return the pixels, if there are any
     */
    default Optional<Mask> unknown() {
        return Optional.empty();
    }

    /**
     * Returns what was left out of what is said of the picture.
     *
     * @return a fault for each thing that was left out
     */
    default List<RecordFault> leftOut() {
        return List.of();
    }
}
