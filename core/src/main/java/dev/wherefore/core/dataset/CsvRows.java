package dev.wherefore.core.dataset;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Hands on the rows of a table in UTF-8, with commas, semicolons or tabs between its columns. */
public final class CsvRows {

    private static final int HEADER_AT_MOST = 4096;

    private CsvRows() {}

    /** What is done with each row. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Takes a row.
         *
         * @param line its line, from 1
         * @param cells what is in its columns
         */
        void accept(long line, List<String> cells);
    }

    /**
     * Reads a table; empty lines are left out.
     *
     * @param file the file
     * @param rows what is done with each row, the header among them
     * @throws UserError if the file cannot be read, is empty, or is no table
     */
    public static void read(Path file, Rows rows) {
        char separator = StreamedFile.open(file, input -> separator(file, input));
        boolean any =
                StreamedFile.CSV.read(
                        file,
                        csv -> {
                            csv.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
                            boolean found = false;
                            while (csv.nextToken() == JsonToken.START_ARRAY) {
                                long line = csv.currentLocation().getLineNr();
                                List<String> cells = new ArrayList<>();
                                while (csv.nextToken() != JsonToken.END_ARRAY) {
                                    cells.add(csv.getText());
                                }
                                rows.accept(line, cells);
                                found = true;
                            }
                            return found;
                        });
        if (!any) {
            throw new UserError(file + " is empty; a table with a header is wanted");
        }
    }

    /** The one that is most often in the header. */
    private static char separator(Path file, InputStream input) throws IOException {
        byte[] start = input.readNBytes(HEADER_AT_MOST);
        String header = new String(start, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        if (header.startsWith("{") || header.startsWith("[")) {
            throw new UserError(file + " is no table, but looks like JSON");
        }
        return Collections.max(
                List.of(',', ';', '\t'),
                Comparator.comparingLong(mark -> header.chars().filter(c -> c == mark).count()));
    }
}
