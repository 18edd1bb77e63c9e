package dev.wherefore.core.text;

import java.util.Optional;

/**
 * Which tokens begin a caption, end it, fill it up, and stand for the unknown, as somebody named
 * them: by the token's text, or by its number where no token has the digits for its text. What is
 * not named is looked for under the usual names.
 *
 * @param begin the token that a network is given first, such as {@code [BOS]} or {@code 2}
 * @param end the token by which a network ends a caption
 * @param pad the token that fills up shorter captions
 * @param unknown the token for what the vocabulary does not have
 */
public record SpecialTokens(
        Optional<String> begin,
        Optional<String> end,
        Optional<String> pad,
        Optional<String> unknown) {

    /**
     * Returns what names none, so that all are looked for under the usual names.
     *
     * @return nothing named
     */
    public static SpecialTokens usual() {
        return new SpecialTokens(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
