package dev.wherefore.core.dataset;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a data set calls things of a kind.
 *
 * @param name its name in tables, unlike all others of the data set
 * @param aliases what else a network's label may be called, such as a WordNet id
 * @param place its place among a network's classes, from 0, if the data set is in their order
 */
public record DataLabel(String name, List<String> aliases, OptionalInt place) {

    /** Copies the list. */
    public DataLabel {
        aliases = List.copyOf(aliases);
    }

    /**
     * Returns a label that has its name alone.
     *
     * @param name the name
     * @return the label
     */
    public static DataLabel of(String name) {
        return new DataLabel(name, List.of(), OptionalInt.empty());
    }
}
