package dev.wherefore.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often the maps of one method point at what is there and reject what is not.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 4.3</a>
 */
final class RejectionTally {

    /**
     * A map of a predicted class.
     *
     * @param most the largest raw value
     * @param hit how surely it points at the class, from 0 to 1; nothing if the class is not there
     */
    private record Point(double most, OptionalDouble hit) {

        double kept() {
            return hit.orElse(0);
        }

        double rejected() {
            return hit.isPresent() ? 0 : 1;
        }

        double at(double threshold) {
            return most < threshold ? rejected() : kept();
        }
    }

    private final Optional<Double> given;
    private final List<Point> choosing = new ArrayList<>();
    private final List<Point> measured = new ArrayList<>();

    /**
     * @param given the threshold, or nothing to choose it on every second picture
     */
    RejectionTally(Optional<Double> given) {
        this.given = given;
    }

    /**
     * Takes up a map.
     *
     * @param picture the number of its picture
     * @param most the largest raw value
     * @param hit how surely it points at the class; nothing if the class is not there
     */
    void add(int picture, double most, OptionalDouble hit) {
        boolean chooses = given.isEmpty() && picture % 2 == 0;
        (chooses ? choosing : measured).add(new Point(most, hit));
    }

    /** The threshold that was given, or the best one; the lowest of several. */
    double threshold() {
        return given.orElseGet(this::best);
    }

    private double best() {
        List<Point> sorted =
                choosing.stream().sorted(Comparator.comparingDouble(Point::most)).toList();
        double right = sorted.stream().mapToDouble(Point::kept).sum();
        double most = right;
        double best = sorted.isEmpty() ? 0 : sorted.get(0).most();
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).rejected() - sorted.get(i).kept();
            boolean last = i + 1 == sorted.size();
            double next = last ? Math.nextUp(sorted.get(i).most()) : sorted.get(i + 1).most();
            if (right > most && next > sorted.get(i).most()) {
                most = right;
                best = next;
            }
        }
        return best;
    }

    /** The share of maps that are right; nothing without any. */
    OptionalDouble share() {
        double threshold = threshold();
        return measured.stream().mapToDouble(point -> point.at(threshold)).average();
    }
}
