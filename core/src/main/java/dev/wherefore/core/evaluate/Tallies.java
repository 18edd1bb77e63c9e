package dev.wherefore.core.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sums of an evaluation. They grow by a number a label and scene, and no further. */
final class Tallies {

    private final Map<String, SourceTally> sources = new LinkedHashMap<>();
    private final Map<String, LabelTally> labels = new LinkedHashMap<>();
    private final MeanTally share = new MeanTally();
    private boolean scored;
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private int outOfSight;
    private int read;

    Tallies(EvaluateConfig config, List<String> methods, List<String> labels) {
        methods.forEach(m -> sources.put(m, new SourceTally(m, false, config.numbers())));
        config.baselines().forEach(b -> sources.put(b, new SourceTally(b, true, config.numbers())));
        labels.forEach(label -> this.labels.put(label, new LabelTally(label, config.numbers())));
    }

    void add(MeasuredScene scene) {
        read += scene.read() ? 1 : 0;
        scene.leftOut().forEach((what, many) -> leftOut.merge(what, many, Integer::sum));
        for (ScoredLabel label : scene.scores()) {
            scored = true;
            label(label.label()).add(label);
        }
        outOfSight += scene.outOfSight();
        byte[] weights = Resamples.weights(scene.index());
        scene.labels().forEach(label -> add(label, weights));
    }

    private void add(MeasuredLabel measured, byte[] weights) {
        share.add(measured.share(), weights);
        label(measured.label()).add(measured);
        for (MeasuredMap map : measured.maps()) {
            Optional.ofNullable(sources.get(map.source())).orElseThrow().add(map, weights);
        }
    }

    /** How many scenes could be read. */
    int read() {
        return read;
    }

    /** How much was left out, by its words. */
    Map<String, Integer> leftOut() {
        return new LinkedHashMap<>(leftOut);
    }

    int outOfSight() {
        return outOfSight;
    }

    private LabelTally label(String label) {
        return Optional.ofNullable(labels.get(label))
                .orElseThrow(() -> new IllegalStateException("the label " + label + " is new"));
    }

    List<SourceResult> sources(boolean baselines) {
        return sources.values().stream()
                .map(SourceTally::result)
                .filter(result -> result.baseline() == baselines)
                .toList();
    }

    List<CurveResult> curves() {
        return sources.values().stream().flatMap(tally -> tally.curves().stream()).toList();
    }

    List<LabelResult> labels() {
        return labels.values().stream().map(LabelTally::result).toList();
    }

    /** How good the network is, if the task gives scores. */
    Optional<NetworkQuality> quality() {
        if (!scored) {
            return Optional.empty();
        }
        List<LabelResult> results = labels();
        return Optional.of(
                new NetworkQuality(
                        mean(results.stream().map(LabelResult::averagePrecision).toList()),
                        mean(results.stream().map(LabelResult::accuracy).toList()),
                        results.size()));
    }

    private static double mean(List<Optional<Double>> numbers) {
        return numbers.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** Which share of a picture the things that are looked for cover. */
    Optional<Estimate> objectShare() {
        return share.estimate();
    }
}
