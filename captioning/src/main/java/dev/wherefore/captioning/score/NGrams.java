package dev.wherefore.captioning.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each run of words of one length is in a caption. */
final class NGrams {

    /** The longest runs that are counted. */
    static final int LONGEST = 4;

    private NGrams() {}

    static Map<List<String>, Integer> count(List<String> words, int length) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i + length <= words.size(); i++) {
            counts.merge(words.subList(i, i + length), 1, Integer::sum);
        }
        return counts;
    }
}
