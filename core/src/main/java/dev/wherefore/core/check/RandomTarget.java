package dev.wherefore.core.check;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.metric.RankCorrelation;
import java.util.Set;

/**
 * How like a map is the map of something else, which was not asked: Spearman's rank correlation
 * with the map of another class, answer or word in its place, drawn by chance. A map of something
 * else that says nothing is like no other (0), and where the map itself says nothing there is
 * nothing to compare.
 *
 * @see <a href="https://arxiv.org/abs/1912.09818">Sixt et al., When Explanations Lie, 2020, section
 *     5, the random logit test</a>
 */
final class RandomTarget implements Check {

    @Override
    public MetricCard card() {
        return new MetricCard(
                "random-target",
                "likeness to another target",
                "How a map correlates with the map of another class, word or answer.",
                -1,
                1,
                false,
                "Sixt et al., 2020, arXiv 1912.09818; as Quantus' random logit");
    }

    @Override
    public String passes() {
        return "1 more explanation, which all maps of a batch share";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.OTHER_TARGETS);
    }

    @Override
    public Finding of(CheckedMap map) {
        Plane heat = map.heat();
        return heat.min() == heat.max()
                ? Finding.NONE
                : Finding.of(RankCorrelation.of(heat, map.ofOtherTarget()).orElse(0));
    }
}
