package dev.wherefore.core.check;

import java.util.List;

/**
 * How a number goes as more and more of the picture, or of the network, changes.
 *
 * @param name what is changed, such as {@code deletion}
 * @param kind what is counted, and of what
 * @param shares which share is changed, rising, in [0, 1]
 * @param values the number at each
 */
public record Curve(String name, Kind kind, List<Double> shares, List<Double> values) {

    /** What is counted, and of what. */
    public enum Kind {
        /** The network's confidence, as the picture's places change. */
        CONFIDENCE("share of the picture", "confidence"),
        /** The rank correlation with the map as it was, as layers get random weights. */
        CORRELATION("share of the layers", "rank correlation"),
        /** The structural similarity to the map as it was, as layers get random weights. */
        SIMILARITY("share of the layers", "structural similarity");

        private final String changed;
        private final String counted;

        Kind(String changed, String counted) {
            this.changed = changed;
            this.counted = counted;
        }

        /**
         * Returns what the shares are of.
         *
         * @return a few words
         */
        public String changed() {
            return changed;
        }

        /**
         * Returns what the values are.
         *
         * @return a word or two
         */
        public String counted() {
            return counted;
        }
    }

    /** Copies the lists. */
    public Curve {
        shares = List.copyOf(shares);
        values = List.copyOf(values);
        if (shares.size() != values.size() || shares.size() < 2) {
            throw new IllegalArgumentException(
                    "a curve needs two points or more, found %d shares and %d values"
                            .formatted(shares.size(), values.size()));
        }
    }

    /**
     * Constructs a curve of the network's confidence.
     *
     * @param name what is changed
     * @param shares which share of the picture's places, rising, in [0, 1]
     * @param confidences the confidence at each
     */
    public Curve(String name, List<Double> shares, List<Double> confidences) {
        this(name, Kind.CONFIDENCE, shares, confidences);
    }

    /**
     * Returns the area below the curve, by trapezoids, over the width of the curve: the mean of its
     * values.
     *
     * @return the area, in the values' unit
     */
    public double area() {
        double area = 0;
        for (int i = 1; i < shares.size(); i++) {
            double width = shares.get(i) - shares.get(i - 1);
            area += width * (values.get(i) + values.get(i - 1)) / 2;
        }
        return area / (shares.get(shares.size() - 1) - shares.get(0));
    }
}
