package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.ModelConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.List;

/**
 * The keys of the paper's figure 1.
 *
 * @param model the network
 * @param kinds the two kinds of things that the picture shows
 */
public record FigureKeys(
        @ConfigDoc("The network, and how its classes are read.") ModelConfig model,
        @ConfigDoc(
                        value =
                                "The two kinds of things that are looked for in one picture: the"
                                        + " first scene that shows both is taken.",
                        preset = "[cat, dog]")
                List<String> kinds) {

    /** Checks that there are two. */
    public FigureKeys {
        kinds = List.copyOf(kinds);
        if (kinds.size() != 2 || kinds.get(0).equals(kinds.get(1))) {
            throw new IllegalArgumentException("kinds must name two kinds, found " + kinds);
        }
    }
}
