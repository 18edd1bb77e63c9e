package dev.wherefore.core.experiment.config;

import java.util.List;
import java.util.Map;

/**
 * Names that are known only when the program runs, such as those of the methods: a text component
 * whose {@link ConfigDoc#names()} is the name of a list may hold only what the list holds.
 *
 * @param lists the allowed names by the name of their list
 */
public record Vocabulary(Map<String, List<String>> lists) {

    /** Copies the lists. */
    public Vocabulary {
        lists = Map.copyOf(lists);
    }

    List<String> list(String name) {
        List<String> names = lists.get(name);
        if (names == null) {
            throw new IllegalStateException("there is no vocabulary '" + name + "'");
        }
        return names;
    }
}
