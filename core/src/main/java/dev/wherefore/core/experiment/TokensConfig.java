package dev.wherefore.core.experiment;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.explain.Layout;
import java.util.List;

/**
 * Which place each token of a vision transformer stands for.
 *
 * @param skip how many tokens at the start stand for no place, at least 0
 * @param grid rows and columns of the others, or one number for a square
 */
public record TokensConfig(
        @ConfigDoc(
                        value =
                                "How many tokens at the start stand for no place (the class"
                                        + " token).",
                        preset = "1")
                int skip,
        @ConfigDoc("Rows and columns of the other tokens, or one number for a square.")
                List<Integer> grid) {

    /** Checks the numbers. */
    public TokensConfig {
        if (skip < 0) {
            throw new IllegalArgumentException("skip must be at least 0, found " + skip);
        }
        PixelSize.of("grid", grid);
    }

    Layout layout() {
        return Layout.tokens(
                skip, PixelSize.of("grid", grid).height(), PixelSize.of("grid", grid).width());
    }
}
