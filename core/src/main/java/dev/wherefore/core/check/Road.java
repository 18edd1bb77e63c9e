package dev.wherefore.core.check;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.MetricCard;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Remove and debias: places are replaced by what their surroundings suggest ({@link
 * NoisyLinearImputation}) rather than by a colour, the least relevant first and the most relevant
 * first. The number is half of the confidence after the one less that after the other, the mean
 * over 20, 40, 60 and 80 % of the places, as the {@code grad-cam} package's {@code ROADCombined}
 * with the percentiles of its {@code ARCC}.
 *
 * @see <a href="https://arxiv.org/abs/2202.00449">Rong et al., A Consistent and Efficient
 *     Evaluation Strategy for Attribution Methods, 2022</a>
 */
final class Road implements Check {

    /** What the paper's program adds to what it imputes. */
    static final double USUAL_NOISE = 0.01;

    private static final List<Integer> PERCENTILES = List.of(80, 60, 40, 20);
    private static final String MOST_FIRST = "road-most-relevant-first";
    private static final String LEAST_FIRST = "road-least-relevant-first";

    private final List<Integer> percentiles;
    private final double noise;

    /**
     * @param percentiles how much is kept in per cent, falling
     * @param noise the standard deviation of what is added to imputed values
     */
    Road(List<Integer> percentiles, double noise) {
        this.percentiles = List.copyOf(percentiles);
        this.noise = noise;
    }

    static Road usual() {
        return new Road(PERCENTILES, USUAL_NOISE);
    }

    @Override
    public MetricCard card() {
        return new MetricCard(
                "road",
                "ROAD",
                "How much more confidence the removal of cold places leaves than that of hot ones.",
                -0.5,
                0.5,
                true,
                "Rong et al., 2022, arXiv 2202.00449, combined as in the grad-cam package");
    }

    @Override
    public String passes() {
        return 2 * percentiles.size() + " forward passes for each map, and 1 for each target";
    }

    @Override
    public Finding of(CheckedMap map) {
        Plane heat = map.heat();
        Plane cold = heat.map(v -> 1 - v);
        List<Removing> removals = new ArrayList<>();
        SplittableRandom dice = map.dice();
        for (Plane first : List.of(heat, cold)) {
            for (int percentile : percentiles) {
                removals.add(new Removing(first, percentile, dice.split()));
            }
        }
        PixelMap picture = map.picture();
        // what takes longest, and each has its own dice: the order does not matter
        List<PixelMap> changed = removals.parallelStream().map(r -> r.of(picture, noise)).toList();
        double[] found = map.confidences(changed);
        Curve most = curve(MOST_FIRST, map.confidence(), found, 0);
        Curve least = curve(LEAST_FIRST, map.confidence(), found, percentiles.size());
        double difference = 0;
        for (int i = 0; i < percentiles.size(); i++) {
            difference += found[percentiles.size() + i] - found[i];
        }
        double combined = difference / 2 / percentiles.size();
        return new Finding(OptionalDouble.of(combined), List.of(most, least));
    }

    /** One removal of what is hottest. */
    private record Removing(Plane heat, int percentile, SplittableRandom dice) {

        PixelMap of(PixelMap picture, double noise) {
            Plane kept = Removal.kept(heat, percentile, dice);
            return NoisyLinearImputation.of(picture, kept, noise, dice);
        }
    }

    private Curve curve(String name, double before, double[] found, int from) {
        List<Double> shares = new ArrayList<>(List.of(0.0));
        List<Double> confidences = new ArrayList<>(List.of(before));
        for (int i = 0; i < percentiles.size(); i++) {
            shares.add((100 - percentiles.get(i)) / 100.0);
            confidences.add(found[from + i]);
        }
        return new Curve(name, shares, confidences);
    }
}
