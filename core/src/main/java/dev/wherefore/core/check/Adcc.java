package dev.wherefore.core.check;

import dev.wherefore.core.metric.Complexity;
import dev.wherefore.core.metric.MetricCard;

/**
 * Average drop, coherency and complexity in one number: the harmonic mean of what is good in each,
 * {@code 1 - drop}, coherency and {@code 1 - complexity}. It is 0 where one of them is, or below.
 *
 * <p>The drop is the share of the confidence that is lost, {@code max(0, c - c') / c}, as the paper
 * has it, and not {@link Drop}'s absolute number; and the mean is taken map by map, while the paper
 * takes it of the means over all maps.
 *
 * @see <a href="https://arxiv.org/abs/2104.10252">Poppi et al., Revisiting the Evaluation of Class
 *     Activation Mapping for Explainability, 2021, section 3</a>
 */
final class Adcc implements Check {

    private final Check coherency;

    Adcc(Check coherency) {
        this.coherency = coherency;
    }

    @Override
    public MetricCard card() {
        return new MetricCard(
                "adcc",
                "ADCC",
                "The harmonic mean of coherency, simplicity and what of the confidence stays.",
                0,
                1,
                true,
                "Poppi et al., 2021, arXiv 2104.10252, section 3, map by map");
    }

    @Override
    public String passes() {
        return "those of drop and coherency, which are not made twice";
    }

    @Override
    public Finding of(CheckedMap map) {
        double before = map.confidence();
        double lost = before > 0 ? Math.max(0, before - Drop.masked(map)) / before : 0;
        return Finding.of(
                harmonicMean(
                        map.finding(coherency).value().orElse(0),
                        1 - Complexity.of(map.heat()),
                        1 - lost));
    }

    /** The harmonic mean of numbers in [0, 1]; 0 where one is not above 0. */
    static double harmonicMean(double... numbers) {
        double sum = 0;
        for (double number : numbers) {
            if (!(number > 0)) {
                return 0;
            }
            sum += 1 / number;
        }
        return numbers.length / sum;
    }
}
