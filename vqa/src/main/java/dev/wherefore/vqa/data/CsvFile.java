package dev.wherefore.vqa.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.dataset.CsvRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Hands on the rows of a table, by the names in its header, as the other files' records are. */
final class CsvFile {

    private static final String BETWEEN_ANSWERS = "\\|";

    private final Path file;

    CsvFile(Path file) {
        this.file = file;
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Rows {
        void accept(long line, Row row);
    }

    /**
     * A row.
     *
     * @param header the names of the columns
     * @param cells what is in the columns
     */
    record Row(List<String> header, List<String> cells) {

        JsonNode record() throws BrokenEntry {
            if (cells.size() > header.size()) {
                throw new BrokenEntry(QuestionFault.CELLS);
            }
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < cells.size(); i++) {
                String cell = cells.get(i).strip();
                if (!cell.isEmpty() && !record.has(header.get(i))) {
                    record.set(header.get(i), value(header.get(i), cell));
                }
            }
            return record;
        }

        private static JsonNode value(String column, String cell) {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            if (!column.equals(Entries.ANSWERS)) {
                return nodes.textNode(cell);
            }
            ArrayNode answers = nodes.arrayNode();
            for (String answer : cell.split(BETWEEN_ANSWERS, -1)) {
                if (!answer.isBlank()) {
                    answers.add(answer.strip());
                }
            }
            return answers;
        }
    }

    void read(Rows rows) {
        List<String> header = new ArrayList<>();
        CsvRows.read(
                file,
                (line, cells) -> {
                    if (header.isEmpty()) {
                        header.addAll(header(cells));
                    } else {
                        rows.accept(line, new Row(header, cells));
                    }
                });
    }

    private List<String> header(List<String> cells) {
        List<String> header =
                cells.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        requireOneOf(List.of(Entries.QUESTION), header);
        requireOneOf(Entries.PICTURE, header);
        return header;
    }

    private void requireOneOf(List<String> names, List<String> header) {
        if (Collections.disjoint(header, names)) {
            String has = String.join("', '", header);
            throw new UserError(
                    "%s has no column '%s'; its columns are '%s'%s"
                            .formatted(
                                    file, String.join("' or '", names), has, hint(names, header)));
        }
    }

    private static String hint(List<String> names, List<String> header) {
        return names.stream()
                .flatMap(name -> NearMatches.find(name, header).stream())
                .findFirst()
                .map("; is '%s' meant?"::formatted)
                .orElse("");
    }
}
