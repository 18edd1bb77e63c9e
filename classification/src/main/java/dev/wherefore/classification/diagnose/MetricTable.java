package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.PagePart;
import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.evaluate.MeanTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Means with their 95 % intervals, taken up value by value: a row for each thing compared. */
final class MetricTable {

    private final String name;
    private final List<String> keys;
    private final List<String> columns;
    private final Map<List<String>, List<MeanTally>> rows = new LinkedHashMap<>();

    /**
     * @param name the table's name
     * @param keys the heads of the columns that say what a row is of
     * @param columns the heads of the columns of numbers
     */
    MetricTable(String name, List<String> keys, List<String> columns) {
        this.name = name;
        this.keys = List.copyOf(keys);
        this.columns = List.copyOf(columns);
    }

    /**
     * Takes up a value.
     *
     * @param row what it is of, a word for each key
     * @param column its column's place
     * @param value the value
     * @param weights those of its scene, see {@link dev.wherefore.core.evaluate.Resamples}
     */
    void add(List<String> row, int column, double value, byte[] weights) {
        rows.computeIfAbsent(
                        List.copyOf(row),
                        key -> columns.stream().map(head -> new MeanTally()).toList())
                .get(column)
                .add(value, weights);
    }

    /** What the rows are of, in the order of their first values. */
    List<List<String>> rows() {
        return List.copyOf(rows.keySet());
    }

    /** A mean, nothing without a value. */
    Optional<Estimate> estimate(List<String> row, int column) {
        return Optional.ofNullable(rows.get(row))
                .flatMap(tallies -> tallies.get(column).estimate());
    }

    /** The mean alone, 0 without a value. */
    double mean(List<String> row, int column) {
        return estimate(row, column).map(Estimate::mean).orElse(0.0);
    }

    /** The table for a page. */
    PagePart.Table table() {
        List<String> heads = new ArrayList<>(keys);
        heads.addAll(columns);
        List<List<String>> cells = new ArrayList<>();
        for (List<String> row : rows.keySet()) {
            List<String> line = new ArrayList<>(row);
            for (int column = 0; column < columns.size(); column++) {
                line.add(EstimateText.cell(estimate(row, column)));
            }
            cells.add(line);
        }
        return new PagePart.Table(name, heads, cells);
    }
}
