package dev.wherefore.core.check;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.MetricCard;

/**
 * How much a map can change when its picture hardly does: the largest of {@code ||map(x') -
 * map(x)|| / ||map(x)||} over {@value #SAMPLES} pictures {@code x'} within {@value #RADIUS} of
 * {@code x}, each value of the input moved by a number drawn evenly. Norms are Euclidean; radius
 * and number of samples are those that Captum has where none are named. Nothing for a map of zeros.
 *
 * @see <a href="https://arxiv.org/abs/1901.09392">Yeh et al., On the (In)fidelity and Sensitivity
 *     of Explanations, 2019, section 4</a>
 */
final class MaxSensitivity implements Check {

    private static final int SAMPLES = 10;
    private static final double RADIUS = 0.02;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "sensitivity",
                "maximum sensitivity",
                "How much a map changes at most, in shares of itself, with noise that nobody sees.",
                0,
                Double.POSITIVE_INFINITY,
                false,
                "Yeh et al., 2019, arXiv 1901.09392, section 4");
    }

    @Override
    public String passes() {
        return SAMPLES + " more explanations, which all maps of a batch share";
    }

    @Override
    public Finding of(CheckedMap map) {
        double norm = distance(map.heat(), map.heat().map(v -> 0));
        if (norm == 0) {
            return Finding.NONE;
        }
        double most = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            Plane other = map.mapAfter(new PictureChange.Noise(RADIUS, sample));
            most = Math.max(most, distance(other, map.heat()) / norm);
        }
        return Finding.of(most);
    }

    private static double distance(Plane one, Plane other) {
        float[] first = one.toArray();
        float[] second = other.toArray();
        double squares = 0;
        for (int i = 0; i < first.length; i++) {
            double difference = first[i] - second[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
