package dev.wherefore.vqa.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Hands on the rows of a table, by the names in its header, as the other files' records are. */
final class CsvFile {

    private static final int HEADER_AT_MOST = 4096;
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
        char separator = Streamed.open(file, this::separator);
        List<String> header =
                Streamed.CSV.read(
                        file,
                        csv -> {
                            csv.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
                            return read(csv, rows);
                        });
        if (header.isEmpty()) {
            throw new UserError(file + " is empty; a table with a header is wanted");
        }
    }

    /** The one that is most often in the header. */
    private char separator(InputStream input) throws IOException {
        byte[] start = input.readNBytes(HEADER_AT_MOST);
        String header = new String(start, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        if (header.startsWith("{") || header.startsWith("[")) {
            throw new UserError(file + " is no table, but looks like JSON");
        }
        return Collections.max(
                List.of(',', ';', '\t'),
                Comparator.comparingLong(mark -> header.chars().filter(c -> c == mark).count()));
    }

    /** Returns the header; nothing if there is not even that. */
    private List<String> read(JsonParser csv, Rows rows) throws IOException {
        List<String> header = List.of();
        while (csv.nextToken() == JsonToken.START_ARRAY) {
            long line = csv.currentLocation().getLineNr();
            List<String> cells = new ArrayList<>();
            while (csv.nextToken() != JsonToken.END_ARRAY) {
                cells.add(csv.getText());
            }
            if (header.isEmpty()) {
                header = header(cells);
            } else {
                rows.accept(line, new Row(header, cells));
            }
        }
        return header;
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
