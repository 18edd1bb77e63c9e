package dev.wherefore.core.metric;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well scores tell the pictures that show a class from those that do not: the mean, over the
 * pictures that show it, of the share of such pictures among all that score at least as high.
 *
 * <p>This is the area below the precision-recall curve without interpolation. Pictures of equal
 * score count as one step of the curve, so their order does not matter.
 *
 * @see <a href="https://doi.org/10.1007/s11263-009-0275-4">Everingham et al., The PASCAL Visual
 *     Object Classes Challenge, 2010, section 4.2</a>
 */
public final class AveragePrecision {

    private AveragePrecision() {}

    /**
     * Returns the average precision of one class.
     *
     * @param scores the score of each picture, of any scale
     * @param shown for each picture whether it shows the class
     * @return the average precision, from 0 to 1, or nothing if no picture shows the class
     * @throws IllegalArgumentException if there are not as many scores as truths
     */
    public static OptionalDouble of(List<Double> scores, List<Boolean> shown) {
        if (scores.size() != shown.size()) {
            throw new IllegalArgumentException(
                    "%d scores do not fit %d truths".formatted(scores.size(), shown.size()));
        }
        List<Integer> order =
                IntStream.range(0, scores.size())
                        .boxed()
                        .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder()))
                        .toList();
        long positives = shown.stream().filter(s -> s).count();
        if (positives == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        long found = 0;
        int next = 0;
        while (next < order.size()) {
            int first = next;
            long before = found;
            while (next < order.size()
                    && scores.get(order.get(next)).equals(scores.get(order.get(first)))) {
                found += shown.get(order.get(next++)) ? 1 : 0;
            }
            sum += (found - before) * ((double) found / next);
        }
        return OptionalDouble.of(sum / positives);
    }

    /**
     * Returns the mean of the classes' average precisions.
     *
     * @param scores the scores, {@code [picture][class]}
     * @param shown the truth, {@code [picture][class]}
     * @return the mean over the classes that some picture shows, from 0 to 1; 0 if there are none
     */
    public static double mean(List<List<Double>> scores, List<List<Boolean>> shown) {
        int classes = scores.isEmpty() ? 0 : scores.get(0).size();
        return IntStream.range(0, classes)
                .mapToObj(
                        c ->
                                of(
                                        scores.stream().map(row -> row.get(c)).toList(),
                                        shown.stream().map(row -> row.get(c)).toList()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average()
                .orElse(0);
    }
}
