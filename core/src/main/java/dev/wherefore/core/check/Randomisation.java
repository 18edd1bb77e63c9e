package dev.wherefore.core.check;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.metric.RankCorrelation;
import dev.wherefore.core.metric.StructuralSimilarity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How like a map stays to itself when the network forgets what it has learned: Spearman's rank
 * correlation with the maps made while layers have random weights, the mean over all steps. Beside
 * it goes a curve of the structural similarity. A map that says nothing is like no other (0), and
 * where the map itself says nothing there is nothing to compare.
 *
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al., Sanity Checks for Saliency Maps,
 *     2018, section 3</a>
 */
final class Randomisation implements Check {

    private final LayerOrder order;

    Randomisation(LayerOrder order) {
        this.order = order;
    }

    private boolean cascades() {
        return order == LayerOrder.CASCADING;
    }

    @Override
    public MetricCard card() {
        return new MetricCard(
                cascades() ? "randomisation" : "randomisation-independent",
                cascades() ? "likeness to random weights" : "likeness to one random layer",
                cascades()
                        ? "How a map correlates with those of the network as it loses its weights."
                        : "How a map correlates with those of the network with a layer at random.",
                -1,
                1,
                false,
                "Adebayo et al., 2018, arXiv 1810.03292; the mean of all layers as in Quantus");
    }

    @Override
    public String passes() {
        return "at most 12 more explanations, which all maps of a batch share";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.WEIGHTS);
    }

    @Override
    public Finding of(CheckedMap map) {
        Plane heat = map.heat();
        if (heat.min() == heat.max()) {
            return Finding.NONE;
        }
        List<Double> shares = new ArrayList<>(List.of(0.0));
        List<Double> ranks = new ArrayList<>(List.of(1.0));
        List<Double> structures = new ArrayList<>(List.of(1.0));
        double sum = 0;
        List<RandomisedMap> randomised = map.randomised(order);
        for (RandomisedMap other : randomised) {
            double correlation = RankCorrelation.of(heat, other.heat()).orElse(0);
            sum += correlation;
            shares.add(other.share());
            ranks.add(correlation);
            structures.add(StructuralSimilarity.of(heat, other.heat()));
        }
        String name = card().name();
        return new Finding(
                OptionalDouble.of(sum / randomised.size()),
                List.of(
                        new Curve(name, Curve.Kind.CORRELATION, shares, ranks),
                        new Curve(name + "-ssim", Curve.Kind.SIMILARITY, shares, structures)));
    }
}
