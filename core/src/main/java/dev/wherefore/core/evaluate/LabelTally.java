package dev.wherefore.core.evaluate;

import dev.wherefore.core.metric.AveragePrecision;
import java.util.ArrayList;
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
    private int right;
    private int maps;
    private double share;

    LabelTally(String label) {
        this.label = label;
    }

    void add(ScoredLabel scored) {
        scores.add(scored.score());
        shown.add(scored.shown());
        right += (scored.probability() >= YES) == scored.shown() ? 1 : 0;
    }

    void add(MeasuredLabel measured) {
        maps++;
        share += measured.located().truth().share();
        measured.maps().forEach(map -> pointing.merge(map.source(), map.pointing(), Double::sum));
    }

    LabelResult result() {
        Map<String, Double> means = new LinkedHashMap<>();
        pointing.forEach((source, sum) -> means.put(source, sum / maps));
        OptionalDouble precision = AveragePrecision.of(scores, shown);
        return new LabelResult(
                label,
                (int) shown.stream().filter(s -> s).count(),
                precision.isPresent() ? Optional.of(precision.getAsDouble()) : Optional.empty(),
                scores.isEmpty() ? Optional.empty() : Optional.of(right / (double) scores.size()),
                maps,
                maps == 0 ? Optional.empty() : Optional.of(share / maps),
                means);
    }
}
