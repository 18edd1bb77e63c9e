package dev.wherefore.vqa.asking;

import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Word;
import dev.wherefore.vqa.data.AskedQuestion;

/**
 * A question as a network takes it.
 *
 * @param question the question
 * @param text its tokens and words
 * @param ids what the network is given, {@code (L)}, the frame's tokens among them
 * @param offset how many of the frame's tokens stand before the text's own
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Asked(AskedQuestion question, Text text, int[] ids, int offset) {

    /**
     * Returns the question without one of its words.
     *
     * @param word the word's place, from 0
     * @return what is left of {@link #ids}
     */
    int[] without(int word) {
        Word left = text.words().get(word);
        int[] rest = new int[ids.length - left.tokens()];
        int first = offset + left.firstToken();
        System.arraycopy(ids, 0, rest, 0, first);
        System.arraycopy(ids, first + left.tokens(), rest, first, rest.length - first);
        return rest;
    }

    /**
     * Returns the sums over the tokens of each word.
     *
     * @param tokens a number for each of {@link #ids}; what follows them does not count
     * @return a number for each word
     */
    public float[] perWord(float[] tokens) {
        float[] sums = new float[text.words().size()];
        for (int w = 0; w < sums.length; w++) {
            Word word = text.words().get(w);
            for (int t = 0; t < word.tokens(); t++) {
                sums[w] += tokens[offset + word.firstToken() + t];
            }
        }
        return sums;
    }
}
