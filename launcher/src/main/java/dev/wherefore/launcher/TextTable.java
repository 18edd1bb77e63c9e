package dev.wherefore.launcher;

import java.util.ArrayList;
import java.util.List;

/** Columns of text that stand below each other: the first to the left, the others to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row, as long as those before. */
    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Adds a line across all columns. */
    void line() {
        rows.add(List.of());
    }

    /** The table's lines, without their ends. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream()
                .map(row -> row.isEmpty() ? across(widths) : text(row, widths))
                .toList();
    }

    private static String across(int[] widths) {
        int length = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            length += width;
        }
        return "-".repeat(length);
    }

    private static String text(List<String> row, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            text.append(i == 0 ? row.get(i) + padding : GAP + padding + row.get(i));
        }
        return text.toString();
    }
}
