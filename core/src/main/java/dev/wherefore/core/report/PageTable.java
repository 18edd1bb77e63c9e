package dev.wherefore.core.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of a page.
 *
 * @param caption what it shows
 * @param heads its columns, the first that of the rows' names
 * @param rows its rows
 * @param note what else is to be said of it; may be empty
 * @param folded whether it is shown only when it is asked for
 */
record PageTable(String caption, List<Head> heads, List<Row> rows, String note, boolean folded) {

    /** Copies the lists. */
    PageTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param text its name
     * @param meaning what its numbers mean; may be empty
     */
    record Head(String text, String meaning) {}

    /**
     * A row.
     *
     * @param name its name
     * @param mark a word on what it is, such as {@code "baseline"}; may be empty
     * @param cells its cells
     */
    record Row(String name, String mark, List<Cell> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text what it says
     * @param value the number by which it is sorted; NaN comes last
     * @param best whether it is the best of its column
     */
    record Cell(String text, double value, boolean best) {

        boolean isEmpty() {
            return Double.isNaN(value);
        }
    }

    /** The same table without the columns that have no number. */
    PageTable withoutEmpty() {
        List<Integer> kept =
                IntStream.range(0, heads.size() - 1)
                        .filter(i -> rows.stream().anyMatch(r -> !r.cells().get(i).isEmpty()))
                        .boxed()
                        .toList();
        List<Head> ownHeads =
                Stream.concat(
                                Stream.of(heads.get(0)),
                                kept.stream().map(column -> heads.get(column + 1)))
                        .toList();
        List<Row> ownRows =
                rows.stream()
                        .map(
                                row ->
                                        new Row(
                                                row.name(),
                                                row.mark(),
                                                kept.stream().map(row.cells()::get).toList()))
                        .toList();
        return new PageTable(caption, ownHeads, ownRows, note, folded);
    }

    /** What the template reads. */
    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("caption", caption);
        model.put(
                "heads",
                heads.stream()
                        .map(head -> Map.of("text", head.text(), "meaning", head.meaning()))
                        .toList());
        model.put("rows", rows.stream().map(PageTable::model).toList());
        model.put("note", note);
        model.put("folded", folded);
        return model;
    }

    private static Map<String, Object> model(Row row) {
        return Map.of(
                "name",
                row.name(),
                "mark",
                row.mark(),
                "cells",
                row.cells().stream()
                        .map(
                                cell ->
                                        Map.of(
                                                "text",
                                                cell.text(),
                                                "value",
                                                Double.toString(cell.value()),
                                                "best",
                                                cell.best()))
                        .toList());
    }
}
