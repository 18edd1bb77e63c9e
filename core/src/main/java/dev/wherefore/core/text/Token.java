package dev.wherefore.core.text;

/**
 * A token of a text, and the characters it stands for.
 *
 * @param id its number in the vocabulary
 * @param piece how the vocabulary writes it, such as {@code ##ing} or {@code Ġbus}
 * @param from the first of its characters, an index into the text's string; space at either end is
 *     left out
 * @param to the index after its last character; equal to {@code from} where it stands for none
 */
public record Token(int id, String piece, int from, int to) {

    /** Whether it stands for characters between two indices. */
    boolean overlaps(int begin, int end) {
        return from < end && to > begin;
    }

    /** The same token in a string that has so many characters more in front. */
    Token moved(int by) {
        return new Token(id, piece, from + by, to + by);
    }

    /** A token whose characters have no space at either end. */
    static Token trimmed(int id, String piece, String text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        int begin = from;
        while (begin < end && isSpace(text.codePointAt(begin))) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        return new Token(id, piece, begin, end);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
