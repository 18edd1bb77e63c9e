package dev.wherefore.core.evaluate;

import dev.wherefore.core.metric.AveragePrecision;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is known of one label: a number and a truth for each scene, a few sums of its maps. */
final class LabelTally {

    private static final double YES = 0.5;

    private final String label;
    private final List<Double> scores = new ArrayList<>();
    private final List<Boolean> shown = new ArrayList<>();
    private final Map<String, Double> pointing = new LinkedHashMap<>();
    private final List<String> metrics;
    private final Map<String, Map<String, DoubleSummaryStatistics>> means = new LinkedHashMap<>();
    private int right;
    private int maps;
    private double share;

    /**
     * @param label the label
     * @param metrics the names of the metrics, in the order of a map's values
     */
    LabelTally(String label, List<String> metrics) {
        this.label = label;
        this.metrics = List.copyOf(metrics);
    }

    void add(ScoredLabel scored) {
        scores.add(scored.score());
        shown.add(scored.shown());
        right += (scored.probability() >= YES) == scored.shown() ? 1 : 0;
    }

    void add(MeasuredLabel measured) {
        maps++;
        share += measured.share();
        for (MeasuredMap map : measured.maps()) {
            pointing.merge(map.source(), map.pointing(), Double::sum);
            Map<String, DoubleSummaryStatistics> sums =
                    means.computeIfAbsent(map.source(), source -> new LinkedHashMap<>());
            for (int i = 0; i < metrics.size(); i++) {
                map.values()
                        .get(i)
                        .ifPresent(
                                sums.computeIfAbsent(
                                        metrics.get(i), m -> new DoubleSummaryStatistics()));
            }
        }
    }

    LabelResult result() {
        Map<String, Double> hits = new LinkedHashMap<>();
        pointing.forEach((source, sum) -> hits.put(source, sum / maps));
        Map<String, Map<String, Double>> byMetric = new LinkedHashMap<>();
        means.forEach((source, sums) -> byMetric.put(source, averages(sums)));
        OptionalDouble precision = AveragePrecision.of(scores, shown);
        return new LabelResult(
                label,
                (int) shown.stream().filter(s -> s).count(),
                precision.isPresent() ? Optional.of(precision.getAsDouble()) : Optional.empty(),
                scores.isEmpty() ? Optional.empty() : Optional.of(right / (double) scores.size()),
                maps,
                maps == 0 ? Optional.empty() : Optional.of(share / maps),
                hits,
                byMetric);
    }

    private static Map<String, Double> averages(Map<String, DoubleSummaryStatistics> sums) {
        Map<String, Double> averages = new LinkedHashMap<>();
        sums.forEach(
                (metric, sum) -> {
                    if (sum.getCount() > 0) {
                        averages.put(metric, sum.getAverage());
                    }
                });
        return averages;
    }
}
