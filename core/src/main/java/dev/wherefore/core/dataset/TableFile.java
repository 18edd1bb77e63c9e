package dev.wherefore.core.dataset;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Hands on the lines of a table or of JSON lines, by the names of their columns. */
final class TableFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final List<String> wanted;

    /**
     * @param wanted the columns that there must be
     */
    TableFile(Path file, List<String> wanted) {
        this.file = file;
        this.wanted = List.copyOf(wanted);
    }

    /**
     * Reads the file.
     *
     * @param lines takes each line, without the cells that are empty; a line that is longer than
     *     the header is empty
     */
    void read(Consumer<Map<String, String>> lines) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            csv(lines);
        } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            json(lines);
        } else {
            throw new UserError(file + " does not end in .csv, .tsv or .jsonl");
        }
    }

    private void csv(Consumer<Map<String, String>> lines) {
        List<String> header = new ArrayList<>();
        CsvRows.read(
                file,
                (line, cells) -> {
                    if (header.isEmpty()) {
                        cells.forEach(cell -> header.add(cell.strip().toLowerCase(Locale.ROOT)));
                        requireColumns(header);
                    } else {
                        lines.accept(row(header, cells));
                    }
                });
    }

    private void requireColumns(List<String> header) {
        for (String column : wanted) {
            if (!header.contains(column)) {
                throw new UserError(
                        "%s has no column '%s'; its columns are '%s'"
                                .formatted(file, column, String.join("', '", header)));
            }
        }
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        if (cells.size() <= header.size()) {
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isBlank()) {
                    row.putIfAbsent(header.get(i), cells.get(i).strip());
                }
            }
        }
        return row;
    }

    private void json(Consumer<Map<String, String>> lines) {
        StreamedFile.JSON.read(
                file,
                json -> {
                    int count = 0;
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        JsonNode node = JSON.readTree(json);
                        Map<String, String> row = new HashMap<>();
                        for (Map.Entry<String, JsonNode> field : node.properties()) {
                            String text = field.getValue().asText();
                            if (!text.isBlank()) {
                                row.put(field.getKey(), text);
                            }
                        }
                        lines.accept(row);
                        count++;
                    }
                    if (json.currentToken() != null) {
                        throw new UserError(
                                file + " holds something else than JSON objects, one a line");
                    }
                    return count;
                });
    }
}
