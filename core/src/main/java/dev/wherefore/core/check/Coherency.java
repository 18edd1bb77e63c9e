package dev.wherefore.core.check;

import dev.wherefore.core.metric.Correlation;
import dev.wherefore.core.metric.MetricCard;
import java.util.OptionalDouble;

/**
 * How like a map is the map of what it shows: Pearson's correlation of the map with that of the
 * picture multiplied by it. A map that is the same everywhere correlates with nothing: 0.
 *
 * @see <a href="https://arxiv.org/abs/2104.10252">Poppi et al., Revisiting the Evaluation of Class
 *     Activation Mapping for Explainability, 2021, section 3</a>
 */
final class Coherency implements Check {

    @Override
    public MetricCard card() {
        return new MetricCard(
                "coherency",
                "coherency",
                "How a map correlates with the map of the picture multiplied by it.",
                -1,
                1,
                true,
                "Poppi et al., 2021, arXiv 2104.10252, section 3");
    }

    @Override
    public String passes() {
        return "1 more map for each map";
    }

    @Override
    public Finding of(CheckedMap map) {
        OptionalDouble found =
                Correlation.of(map.heat(), map.mapOf(map.picture().times(map.heat())));
        return Finding.of(found.orElse(0));
    }
}
