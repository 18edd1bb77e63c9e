package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.Curve;
import dev.wherefore.core.explain.Passes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sums of one method or baseline. */
final class SourceTally {

    private final String name;
    private final boolean baseline;
    private final Map<String, MeanTally> metrics = new LinkedHashMap<>();
    private final Map<String, CurveTally> curves = new LinkedHashMap<>();
    private final MeanTally seconds = new MeanTally();
    private double forward;
    private double backward;
    private int timed;
    private int maps;
    private int withoutEvidence;
    private int checked;

    SourceTally(String name, boolean baseline, List<String> metrics) {
        this.name = name;
        this.baseline = baseline;
        metrics.forEach(metric -> this.metrics.put(metric, new MeanTally()));
    }

    /**
     * Takes up a map.
     *
     * @param map the map
     * @param weights those of its scene
     */
    void add(MeasuredMap map, byte[] weights) {
        maps++;
        withoutEvidence += map.evidence() ? 0 : 1;
        int next = 0;
        for (MeanTally tally : metrics.values()) {
            OptionalDouble value = map.values().get(next++);
            value.ifPresent(v -> tally.add(v, weights));
        }
        checked += map.checked() ? 1 : 0;
        map.seconds().ifPresent(s -> seconds.add(s, weights));
        map.passes()
                .ifPresent(
                        passes -> {
                            timed++;
                            forward += passes.forward();
                            backward += passes.backward();
                        });
        for (Curve curve : map.curves()) {
            curves.computeIfAbsent(curve.name(), n -> new CurveTally(curve)).add(curve, weights);
        }
    }

    SourceResult result() {
        Map<String, Estimate> means = new LinkedHashMap<>();
        metrics.forEach(
                (metric, tally) -> tally.estimate().ifPresent(mean -> means.put(metric, mean)));
        return new SourceResult(
                name,
                baseline,
                maps,
                withoutEvidence,
                checked,
                seconds.estimate(),
                passes(),
                means);
    }

    private Optional<Passes> passes() {
        return timed == 0
                ? Optional.empty()
                : Optional.of(new Passes(forward / timed, backward / timed));
    }

    /** The mean curves, in the order of the checks. */
    List<CurveResult> curves() {
        return curves.values().stream().map(tally -> tally.result(name, baseline)).toList();
    }
}
