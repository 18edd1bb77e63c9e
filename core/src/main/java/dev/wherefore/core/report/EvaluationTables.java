package dev.wherefore.core.report;

import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.evaluate.EvaluationResult;
import dev.wherefore.core.evaluate.LabelResult;
import dev.wherefore.core.evaluate.SourceResult;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.report.PageTable.Cell;
import dev.wherefore.core.report.PageTable.Head;
import dev.wherefore.core.report.PageTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Puts the results of an evaluation into tables.
 *
 * @param result the results
 * @param cards of the metrics and checks
 */
record EvaluationTables(EvaluationResult result, List<MetricCard> cards) {

    private static final Head NAME = new Head("", "");

    /** What a task tells with a name of two parts, {@code "colour: accuracy"}, is broken down. */
    private static final String PART = ": ";

    /** All tables, the most important first. */
    List<PageTable> all() {
        List<PageTable> tables = new ArrayList<>();
        List<String> checks =
                result.checked().map(EvaluationResult.Checked::checks).orElse(List.of());
        Set<String> names = new LinkedHashSet<>();
        result.sources().forEach(source -> names.addAll(source.metrics().keySet()));
        tables.add(
                sources(
                        "How right the maps are",
                        names.stream().filter(name -> !checks.contains(name)).toList(),
                        SourceResult::maps));
        result.checked()
                .ifPresent(
                        checked ->
                                tables.add(
                                        sources(
                                                "Checks, on the first %d scenes"
                                                        .formatted(checked.scenes()),
                                                names.stream().filter(checks::contains).toList(),
                                                SourceResult::checked)));
        tables.addAll(parts());
        tables.add(labels());
        tables.add(cost());
        names.forEach(name -> tables.add(labels(name)));
        return tables.stream()
                .filter(table -> !table.rows().isEmpty() && table.heads().size() > 1)
                .toList();
    }

    /** What is told of the network in single numbers. */
    Map<String, String> headline() {
        Map<String, String> numbers = new LinkedHashMap<>();
        result.network()
                .ifPresent(
                        network -> {
                            numbers.put(
                                    "mean average precision",
                                    figure(network.meanAveragePrecision()));
                            numbers.put(
                                    "accuracy at a probability of 0.5",
                                    figure(network.meanAccuracy()));
                        });
        result.quality()
                .forEach(
                        (name, value) -> {
                            if (!name.contains(PART)) {
                                numbers.put(name, figure(value));
                            }
                        });
        result.objectShare()
                .ifPresent(
                        share ->
                                numbers.put(
                                        "share of the picture that is looked for",
                                        figure(share.mean())));
        return numbers;
    }

    private PageTable sources(
            String caption, List<String> names, ToIntFunction<SourceResult> count) {
        List<Head> heads = new ArrayList<>(List.of(NAME, new Head("maps", "how many")));
        names.forEach(name -> heads.add(head(name)));
        List<Row> rows = new ArrayList<>();
        for (SourceResult source : result.sources()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(number(count.applyAsInt(source)));
            names.forEach(name -> cells.add(cell(source, name)));
            rows.add(new Row(source.name(), source.baseline() ? "baseline" : "", cells));
        }
        return new PageTable(
                caption,
                names.isEmpty() ? List.of() : heads,
                rows,
                "Means with their 95 % intervals; ↑ more is better, ↓ less is better. The best"
                        + " method of each column is marked by a star; baselines know nothing.",
                false);
    }

    private Optional<MetricCard> card(String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }

    private Head head(String name) {
        return card(name)
                .map(card -> new Head(name + (card.higherIsBetter() ? " ↑" : " ↓"), card.meaning()))
                .orElse(new Head(name, ""));
    }

    private Cell cell(SourceResult source, String name) {
        Optional<Estimate> found = source.metric(name);
        if (found.isEmpty()) {
            return none();
        }
        Estimate estimate = found.get();
        String mean = figure(estimate.mean());
        boolean best =
                !source.baseline()
                        && card(name)
                                .flatMap(result::best)
                                .map(EvaluationTables::figure)
                                .filter(mean::equals)
                                .isPresent();
        String text =
                "%s [%s, %s]".formatted(mean, figure(estimate.low()), figure(estimate.high()));
        return new Cell(text, estimate.mean(), best);
    }

    /** What the task tells of parts of what it was asked: parts told of alike share a table. */
    private List<PageTable> parts() {
        Map<String, Map<String, Double>> parts = new LinkedHashMap<>();
        result.quality()
                .forEach(
                        (name, value) -> {
                            int at = name.indexOf(PART);
                            if (at > 0) {
                                parts.computeIfAbsent(
                                                name.substring(0, at), p -> new LinkedHashMap<>())
                                        .put(name.substring(at + PART.length()), value);
                            }
                        });
        Map<List<String>, List<Row>> alike = new LinkedHashMap<>();
        parts.forEach(
                (part, numbers) ->
                        alike.computeIfAbsent(List.copyOf(numbers.keySet()), n -> new ArrayList<>())
                                .add(
                                        new Row(
                                                part,
                                                "",
                                                numbers.values().stream()
                                                        .map(EvaluationTables::number)
                                                        .toList())));
        List<PageTable> tables = new ArrayList<>();
        alike.forEach(
                (names, rows) ->
                        tables.add(
                                new PageTable(
                                        rows.size() > 1
                                                ? "The network, by what it was asked"
                                                : "By method",
                                        heads(names),
                                        rows,
                                        "",
                                        false)));
        return tables;
    }

    private static List<Head> heads(List<String> names) {
        List<Head> heads = new ArrayList<>(List.of(NAME));
        names.forEach(name -> heads.add(new Head(name, "")));
        return heads;
    }

    private PageTable labels() {
        List<Row> rows = new ArrayList<>();
        for (LabelResult label : result.labels()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(label.shown() == 0 ? none() : number(label.shown()));
            cells.add(number(label.averagePrecision()));
            cells.add(number(label.accuracy()));
            cells.add(number(label.maps()));
            cells.add(number(label.objectShare()));
            for (SourceResult source : result.sources()) {
                cells.add(number(Optional.ofNullable(label.pointing().get(source.name()))));
            }
            rows.add(new Row(label.label(), "", cells));
        }
        List<String> names =
                new ArrayList<>(
                        List.of("shown", "average precision", "accuracy", "maps", "object share"));
        result.sources().forEach(source -> names.add("pointing: " + source.name()));
        return new PageTable("How each kind fares", heads(names), rows, "", false).withoutEmpty();
    }

    /** What a metric says of each label, by method. */
    private PageTable labels(String metric) {
        List<String> sources = result.sources().stream().map(SourceResult::name).toList();
        List<Row> rows = new ArrayList<>();
        for (LabelResult label : result.labels()) {
            List<Optional<Double>> means =
                    sources.stream()
                            .map(
                                    source ->
                                            Optional.ofNullable(
                                                    label.metrics()
                                                            .getOrDefault(source, Map.of())
                                                            .get(metric)))
                            .toList();
            if (means.stream().anyMatch(Optional::isPresent)) {
                rows.add(
                        new Row(
                                label.label(),
                                "",
                                means.stream().map(EvaluationTables::number).toList()));
            }
        }
        return new PageTable(metric + " of each kind", heads(sources), rows, "", true);
    }

    private PageTable cost() {
        List<Row> rows = new ArrayList<>();
        for (SourceResult method : result.methods()) {
            if (method.seconds().isPresent() && method.passes().isPresent()) {
                double seconds = method.seconds().get().mean();
                rows.add(
                        new Row(
                                method.name(),
                                "",
                                List.of(
                                        new Cell(
                                                String.format(Locale.ROOT, "%.4f", seconds),
                                                seconds,
                                                false),
                                        passes(method.passes().get().forward()),
                                        passes(method.passes().get().backward()))));
            }
        }
        return new PageTable(
                "What a map costs",
                heads(List.of("seconds", "forward passes", "backward passes")),
                rows,
                "",
                false);
    }

    private static Cell passes(double mean) {
        boolean whole = mean == Math.rint(mean);
        return new Cell(
                whole ? Long.toString((long) mean) : String.format(Locale.ROOT, "%.1f", mean),
                mean,
                false);
    }

    private static Cell none() {
        return new Cell("–", Double.NaN, false);
    }

    private static Cell number(Optional<Double> value) {
        return value.map(EvaluationTables::number).orElse(none());
    }

    private static Cell number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) > 1;
        return new Cell(whole ? Long.toString((long) value) : figure(value), value, false);
    }

    private static Cell number(int value) {
        return new Cell(Integer.toString(value), value, false);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
