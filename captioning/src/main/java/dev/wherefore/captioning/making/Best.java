package dev.wherefore.captioning.making;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The most probable of many tokens. */
final class Best {

    private Best() {}

    /**
     * Returns the most probable tokens, best first; of equal ones the lower numbers.
     *
     * @param logProbabilities {@code (vocabulary)}; minus infinity is left out
     * @param count how many at most
     */
    static List<Integer> of(double[] logProbabilities, int count) {
        Comparator<Integer> order =
                Comparator.comparingDouble((Integer token) -> -logProbabilities[token])
                        .thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(order.reversed());
        for (int token = 0; token < logProbabilities.length; token++) {
            double worst =
                    kept.size() < count
                            ? Double.NEGATIVE_INFINITY
                            : logProbabilities[kept.element()];
            if (logProbabilities[token] > worst) {
                kept.add(token);
            }
            if (kept.size() > count) {
                kept.remove();
            }
        }
        return kept.stream().sorted(order).toList();
    }
}
