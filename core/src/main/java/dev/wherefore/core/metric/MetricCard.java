package dev.wherefore.core.metric;

/**
 * What a user needs to know to read a metric.
 *
 * @param name its name in configs and tables, lower case with dashes
 * @param title its name in print
 * @param meaning what the number is, in a sentence
 * @param least the least value there can be
 * @param most the largest value there can be
 * @param higherIsBetter whether more is better
 * @param source the paper or program it follows
 */
public record MetricCard(
        String name,
        String title,
        String meaning,
        double least,
        double most,
        boolean higherIsBetter,
        String source) {}
