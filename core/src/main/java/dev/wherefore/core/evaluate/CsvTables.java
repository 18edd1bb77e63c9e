package dev.wherefore.core.evaluate;

import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.explain.Passes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results as tables for other programs. */
final class CsvTables {

    private CsvTables() {}

    /** A line for each method and baseline. */
    static String methods(EvaluationResult result) {
        List<SourceResult> all = result.sources();
        List<String> metrics =
                all.stream().flatMap(s -> s.metrics().keySet().stream()).distinct().toList();
        List<String> heads = new ArrayList<>(List.of("name", "type", "maps", "without-evidence"));
        metrics.forEach(m -> heads.addAll(List.of(m, m + "-low", m + "-high")));
        heads.addAll(List.of("checked", "seconds", "forward-passes", "backward-passes"));
        StringBuilder text = new StringBuilder(Csv.line(heads));
        for (SourceResult source : all) {
            List<String> fields = new ArrayList<>();
            fields.add(source.name());
            fields.add(source.baseline() ? "baseline" : "method");
            fields.add(Integer.toString(source.maps()));
            fields.add(Integer.toString(source.withoutEvidence()));
            for (String metric : metrics) {
                Optional<Estimate> found = source.metric(metric);
                fields.add(Csv.number(found.map(Estimate::mean)));
                fields.add(Csv.number(found.map(Estimate::low)));
                fields.add(Csv.number(found.map(Estimate::high)));
            }
            fields.add(Integer.toString(source.checked()));
            fields.add(Csv.number(source.seconds().map(Estimate::mean)));
            fields.add(Csv.number(source.passes().map(Passes::forward)));
            fields.add(Csv.number(source.passes().map(Passes::backward)));
            text.append(Csv.line(fields));
        }
        return text.toString();
    }

    /** A line for each point of each mean curve. */
    static String curves(EvaluationResult result) {
        StringBuilder text =
                new StringBuilder(
                        Csv.line(
                                List.of(
                                        "name",
                                        "type",
                                        "curve",
                                        "measure",
                                        "share",
                                        "value",
                                        "value-low",
                                        "value-high",
                                        "maps")));
        for (CurveResult curve : result.curves()) {
            for (int i = 0; i < curve.shares().size(); i++) {
                Estimate point = curve.values().get(i);
                text.append(
                        Csv.line(
                                List.of(
                                        curve.source(),
                                        curve.baseline() ? "baseline" : "method",
                                        curve.curve(),
                                        curve.kind().counted(),
                                        Csv.number(Optional.of(curve.shares().get(i))),
                                        Csv.number(Optional.of(point.mean())),
                                        Csv.number(Optional.of(point.low())),
                                        Csv.number(Optional.of(point.high())),
                                        Long.toString(point.count()))));
            }
        }
        return text.toString();
    }

    /** A line for each label. */
    static String kinds(EvaluationResult result) {
        List<String> sources = result.sources().stream().map(SourceResult::name).toList();
        List<String> heads = new ArrayList<>();
        heads.addAll(List.of("label", "shown", "average-precision", "accuracy", "maps"));
        heads.add("object-share");
        sources.forEach(source -> heads.add("pointing-" + source));
        List<String> metrics =
                result.labels().stream()
                        .flatMap(label -> label.metrics().values().stream())
                        .flatMap(means -> means.keySet().stream())
                        .distinct()
                        .toList();
        metrics.forEach(m -> sources.forEach(source -> heads.add(m + "-" + source)));
        StringBuilder text = new StringBuilder(Csv.line(heads));
        for (LabelResult label : result.labels()) {
            List<String> fields = new ArrayList<>();
            fields.add(label.label());
            fields.add(Integer.toString(label.shown()));
            fields.add(Csv.number(label.averagePrecision()));
            fields.add(Csv.number(label.accuracy()));
            fields.add(Integer.toString(label.maps()));
            fields.add(Csv.number(label.objectShare()));
            for (String source : sources) {
                fields.add(Csv.number(Optional.ofNullable(label.pointing().get(source))));
            }
            for (String metric : metrics) {
                for (String source : sources) {
                    Map<String, Double> means = label.metrics().getOrDefault(source, Map.of());
                    fields.add(Csv.number(Optional.ofNullable(means.get(metric))));
                }
            }
            text.append(Csv.line(fields));
        }
        return text.toString();
    }
}
