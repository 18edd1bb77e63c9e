package dev.wherefore.core.check;

import dev.wherefore.core.metric.Complexity;
import dev.wherefore.core.metric.MetricCard;

/**
 * ROAD, coherency and complexity in one number, as the {@code grad-cam} package has it: the
 * harmonic mean of {@code (coherency + 1) / 2}, {@code 1 - complexity} and twice ROAD, cut off to
 * [0, 1]. It is 0 for a map whose hot places matter no more than its cold ones.
 *
 * @see <a href="https://arxiv.org/abs/2605.14641">ARCC, the source that the package names</a>
 */
final class Arcc implements Check {

    private final Check coherency;
    private final Check road;

    Arcc(Check coherency, Check road) {
        this.coherency = coherency;
        this.road = road;
    }

    @Override
    public MetricCard card() {
        return new MetricCard(
                "arcc",
                "ARCC",
                "The harmonic mean of coherency, simplicity and ROAD, each from 0 to 1.",
                0,
                1,
                true,
                "the grad-cam package's ARCC, arXiv 2605.14641");
    }

    @Override
    public String passes() {
        return "those of road and coherency, which are not made twice";
    }

    @Override
    public Finding of(CheckedMap map) {
        double faithful = 2 * map.finding(road).value().orElse(0);
        return Finding.of(
                Adcc.harmonicMean(
                        (map.finding(coherency).value().orElse(0) + 1) / 2,
                        1 - Complexity.of(map.heat()),
                        Math.max(0, Math.min(1, faithful))));
    }
}
