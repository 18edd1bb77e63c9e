package dev.wherefore.core.target;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts classes in the order of their scores. */
public final class Ranking {

    private Ranking() {}

    /**
     * Returns the classes, the one with the largest score first; of equal ones the smaller index.
     *
     * @param scores a score for each class
     * @return their indices
     */
    public static List<Integer> of(float[] scores) {
        Comparator<Integer> byScore = Comparator.comparingDouble(c -> -scores[c]);
        return IntStream.range(0, scores.length).boxed().sorted(byScore).toList();
    }
}
