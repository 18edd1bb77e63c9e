package dev.wherefore.core.scene.language;

/**
 * What a caption says of where or when.
 *
 * @param text the words: "a snowy scene", "in the sky", "at dusk"
 * @param phrases how many phrases, from the first, it is said of; none for the scene itself
 * @param first the place of its first word, from 0
 * @param end the place after its last word
 */
public record SaidPlace(String text, int phrases, int first, int end) {

    /**
     * Returns whether it says when.
     *
     * @return false if it says where
     */
    public boolean isTime() {
        return text.equals(Surroundings.AT_DUSK);
    }
}
