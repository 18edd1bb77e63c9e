package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import java.util.Optional;

/**
 * A phrase of a caption that names objects: "two red buses", "a person in blue".
 *
 * @param kind what they are said to be
 * @param count how many there are said to be, from 1; 1 for an article
 * @param colour the colour that they are said to have or to wear, if one is said
 * @param first the place of its first word, from 0
 * @param end the place after its last word
 */
public record SaidObjects(Kind kind, int count, Optional<Colour> colour, int first, int end) {

    /**
     * Returns whether one thing is named by an article: others may be there besides.
     *
     * @return false if a number is said
     */
    public boolean isSingle() {
        return count == 1;
    }
}
