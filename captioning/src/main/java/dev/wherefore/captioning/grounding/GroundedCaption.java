package dev.wherefore.captioning.grounding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A caption, how probable its tokens are, and what its words owe to the picture. */
public final class GroundedCaption {

    private final float[] logProbabilities;
    private final List<WordGrounding> words;

    /**
     * Constructs what was found.
     *
     * @param logProbabilities the natural logarithms of the tokens' probabilities, the end's last
     * @param words one for each word; none if it was not measured
     */
    GroundedCaption(float[] logProbabilities, List<WordGrounding> words) {
        this.logProbabilities = logProbabilities.clone();
        this.words = List.copyOf(words);
    }

    /**
     * Returns what the words owe to the picture.
     *
     * @return one for each word; none if it was not measured
     */
    public List<WordGrounding> words() {
        return words;
    }

    /**
     * Returns how probable some of the tokens are together.
     *
     * @param from the first token, from 0
     * @param to the place after the last one; the place after the caption's last token is its end
     * @return the sum of the natural logarithms of their probabilities
     */
    public double logProbability(int from, int to) {
        double sum = 0;
        for (float value : Arrays.copyOfRange(logProbabilities, from, to)) {
            sum += value;
        }
        return sum;
    }

    /**
     * Returns in a sentence which words come from the picture.
     *
     * @return the sentence, without a final point; empty if it was not measured
     */
    public String sentence() {
        if (words.isEmpty()) {
            return "";
        }
        String picture = list(WordGrounding.Origin.PICTURE);
        String before = list(WordGrounding.Origin.WORDS);
        return (picture.isEmpty()
                        ? "no word comes from the picture"
                        : "from the picture: " + picture)
                + (before.isEmpty() ? "" : "; from the words before: " + before);
    }

    private String list(WordGrounding.Origin origin) {
        return words.stream()
                .filter(word -> word.origin() == origin)
                .map(WordGrounding::word)
                .collect(Collectors.joining(", "));
    }
}
