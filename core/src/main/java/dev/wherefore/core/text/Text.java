package dev.wherefore.core.text;

import java.util.List;

/**
 * A text, the tokens that a network takes for it, and the words that the tokens make.
 *
 * <p>A word is a run of letters, digits, and apostrophes and hyphens between them; or a run of
 * other characters that are no space. Where one token covers several of these, they are one word.
 * So every word has a token, and every token belongs to one word at most: to none if it stands for
 * space alone, or is one of those that begin, end or fill up captions.
 *
 * @param string the characters
 * @param tokens the tokens in their order, without those that begin and end captions unless a
 *     network made them
 * @param words the words in their order
 */
public record Text(String string, List<Token> tokens, List<Word> words) {

    /** Copies the lists. */
    public Text {
        tokens = List.copyOf(tokens);
        words = List.copyOf(words);
    }

    /**
     * Returns what a network takes.
     *
     * @return the number of each token, {@code (T)}
     */
    public int[] ids() {
        return tokens.stream().mapToInt(Token::id).toArray();
    }
}
