package dev.wherefore.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds, for a misspelt name, the names that were probably meant. */
public final class NearMatches {

    private static final double NEAR = 0.8;
    private static final int AT_MOST = 3;

    private NearMatches() {}

    /**
     * Returns the names nearest to a word, best first.
     *
     * @param word what was written
     * @param names what could have been written
     * @return at most three names, none if nothing is near
     */
    public static List<String> find(String word, Collection<String> names) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String wanted = word.toLowerCase(Locale.ROOT);
        record Scored(String name, double score) {}
        return names.stream()
                .distinct()
                .map(n -> new Scored(n, similarity.apply(wanted, n.toLowerCase(Locale.ROOT))))
                .filter(s -> s.score() >= NEAR)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(AT_MOST)
                .map(Scored::name)
                .toList();
    }

    /**
     * Returns the end of an error sentence: {@code "; did you mean 'a' or 'b'?"}, or nothing where
     * nothing is near.
     *
     * @param word what was written
     * @param names what could have been written
     * @return the end of the sentence, possibly empty
     */
    public static String hint(String word, Collection<String> names) {
        List<String> near = find(word, names);
        return near.isEmpty() ? "" : "; did you mean '" + String.join("' or '", near) + "'?";
    }
}
