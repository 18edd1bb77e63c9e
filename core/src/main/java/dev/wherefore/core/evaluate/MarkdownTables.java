package dev.wherefore.core.evaluate;

import dev.wherefore.core.metric.MetricCard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results as Markdown, to be put into a report: how good the network is, what is measured of
 * each method and baseline, what a map costs, how each label fares.
 */
final class MarkdownTables {

    private final EvaluationResult result;
    private final List<MetricCard> cards;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param result the results
     * @param cards of all that was measured of maps, in the config's order
     */
    MarkdownTables(EvaluationResult result, List<MetricCard> cards) {
        this.result = result;
        this.cards = List.copyOf(cards);
    }

    /** The whole text. */
    String text() {
        text.setLength(0);
        text.append("# Evaluation\n\n").append(result.source()).append(".\n");
        quality();
        methods();
        cost();
        labels();
        return text.toString();
    }

    private void quality() {
        List<List<String>> rows = new ArrayList<>();
        result.network()
                .ifPresent(
                        quality -> {
                            rows.add(
                                    List.of(
                                            "mean average precision",
                                            figure(quality.meanAveragePrecision())));
                            rows.add(
                                    List.of(
                                            "accuracy at a probability of 0.5",
                                            figure(quality.meanAccuracy())));
                        });
        result.quality().forEach((name, value) -> rows.add(List.of(name, figure(value))));
        table("The network", List.of("", "value"), rows);
    }

    /** Methods, then baselines; of the methods' numbers the best are bold. */
    private void methods() {
        List<MetricCard> known =
                cards.stream()
                        .filter(
                                card ->
                                        result.sources().stream()
                                                .anyMatch(s -> s.metric(card.name()).isPresent()))
                        .toList();
        List<String> heads = new ArrayList<>(List.of("", "maps"));
        known.forEach(card -> heads.add(card.name() + (card.higherIsBetter() ? " ↑" : " ↓")));
        List<List<String>> rows = new ArrayList<>();
        for (SourceResult source : result.sources()) {
            List<String> row = new ArrayList<>();
            row.add(source.baseline() ? "*" + source.name() + "*" : source.name());
            row.add(Integer.toString(source.maps()));
            known.forEach(card -> row.add(cell(source, card)));
            rows.add(row);
        }
        table("The maps", heads, rows);
        text.append(
                        "\n"
                            + "Means with their 95 % intervals; ↑ more is better, ↓ less is better."
                            + " The best")
                .append(" method of each column is bold; *baselines* know nothing.\n");
    }

    private String cell(SourceResult source, MetricCard card) {
        Optional<Estimate> found = source.metric(card.name());
        if (found.isEmpty()) {
            return "–";
        }
        Estimate estimate = found.get();
        String mean = figure(estimate.mean());
        boolean best = !source.baseline() && best(card).filter(mean::equals).isPresent();
        return "%s [%s, %s]"
                .formatted(
                        best ? "**" + mean + "**" : mean,
                        figure(estimate.low()),
                        figure(estimate.high()));
    }

    /** The best mean of a method, as it is written: those that look the same share the place. */
    private Optional<String> best(MetricCard card) {
        return result.best(card).map(MarkdownTables::figure);
    }

    private void cost() {
        List<List<String>> rows = new ArrayList<>();
        for (SourceResult method : result.methods()) {
            if (method.seconds().isPresent() && method.passes().isPresent()) {
                rows.add(
                        List.of(
                                method.name(),
                                String.format(Locale.ROOT, "%.4f", method.seconds().get().mean()),
                                passes(method.passes().get().forward()),
                                passes(method.passes().get().backward())));
            }
        }
        table(
                "What a map costs",
                List.of("", "seconds", "forward passes", "backward passes"),
                rows);
    }

    private static String passes(double mean) {
        return mean == Math.rint(mean)
                ? Long.toString((long) mean)
                : String.format(Locale.ROOT, "%.1f", mean);
    }

    private void labels() {
        List<String> heads = new ArrayList<>(List.of("", "shown", "average precision"));
        heads.addAll(List.of("accuracy", "maps", "object share"));
        result.sources().forEach(source -> heads.add("pointing: " + source.name()));
        List<List<String>> rows = new ArrayList<>();
        for (LabelResult label : result.labels()) {
            List<String> row = new ArrayList<>();
            row.add(label.label());
            row.add(Integer.toString(label.shown()));
            row.add(figure(label.averagePrecision()));
            row.add(figure(label.accuracy()));
            row.add(Integer.toString(label.maps()));
            row.add(figure(label.objectShare()));
            for (SourceResult source : result.sources()) {
                row.add(figure(Optional.ofNullable(label.pointing().get(source.name()))));
            }
            rows.add(row);
        }
        table("The labels", heads, rows);
    }

    private static String figure(Optional<Double> value) {
        return value.map(MarkdownTables::figure).orElse("–");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A table below its heading, unless it has no rows. */
    private void table(String heading, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("\n## ").append(heading).append("\n\n");
        line(heads);
        line(
                Stream.concat(
                                Stream.of("---"),
                                Collections.nCopies(heads.size() - 1, "---:").stream())
                        .toList());
        rows.forEach(this::line);
    }

    private void line(List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
        text.append('\n');
    }
}
