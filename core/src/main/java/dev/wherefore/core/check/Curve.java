package dev.wherefore.core.check;

import java.util.List;

/**
 * How a network's confidence goes as more and more of the picture changes.
 *
 * @param name what is changed, such as {@code deletion}
 * @param shares which share of the picture's places, rising, in [0, 1]
 * @param confidences the confidence at each
 */
public record Curve(String name, List<Double> shares, List<Double> confidences) {

    /** Copies the lists. */
    public Curve {
        shares = List.copyOf(shares);
        confidences = List.copyOf(confidences);
        if (shares.size() != confidences.size() || shares.size() < 2) {
            throw new IllegalArgumentException(
                    "a curve needs two points or more, found %d shares and %d confidences"
                            .formatted(shares.size(), confidences.size()));
        }
    }

    /**
     * Returns the area below the curve, by trapezoids, over the width of the curve: the mean
     * confidence.
     *
     * @return the area, in the confidence's unit
     */
    public double area() {
        double area = 0;
        for (int i = 1; i < shares.size(); i++) {
            double width = shares.get(i) - shares.get(i - 1);
            area += width * (confidences.get(i) + confidences.get(i - 1)) / 2;
        }
        return area / (shares.get(shares.size() - 1) - shares.get(0));
    }
}
