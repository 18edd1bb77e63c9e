package dev.wherefore.core.text;

/**
 * A word of a text, and the tokens that make it.
 *
 * @param surface the word as the text has it
 * @param from its first character, an index into the text's string
 * @param to the index after its last character
 * @param firstToken the first of its tokens, an index into the text's tokens
 * @param tokens how many tokens it has, at least one
 */
public record Word(String surface, int from, int to, int firstToken, int tokens) {

    /** The index after its last token. */
    int endToken() {
        return firstToken + tokens;
    }

    /** One word of this and a later one, with what stands between them. */
    Word with(Word later, String text) {
        int end = Math.max(endToken(), later.endToken());
        return new Word(
                text.substring(from, later.to()), from, later.to(), firstToken, end - firstToken);
    }
}
