package dev.wherefore.vqa.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wherefore.core.UserError;
import dev.wherefore.core.dataset.StreamedFile;
import java.io.IOException;
import java.nio.file.Path;

/** Goes through a file in its format, and hands on its records. */
final class Layouts {

    private Layouts() {}

    static void read(Path file, Format format, Gathered gathered) {
        VqaFile.Records records = (n, record) -> gathered.add(n, () -> Entries.of(record));
        switch (format) {
            case VQA_V2 -> VqaFile.read(file, VqaFile.QUESTIONS, records);
            case EASY_VQA -> StreamedFile.JSON.read(file, json -> list(file, json, records));
            case CSV ->
                    new CsvFile(file)
                            .read((n, row) -> gathered.add(n, () -> Entries.of(row.record())));
            case JSONL -> StreamedFile.JSON.read(file, json -> objects(json, records));
            case AUTO -> throw new IllegalStateException("the format was not told");
        }
    }

    private static boolean list(Path file, JsonParser json, VqaFile.Records records)
            throws IOException {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw new UserError(file + " is no JSON list of questions, as easy-VQA's files are");
        }
        VqaFile.each(json, records);
        return true;
    }

    private static boolean objects(JsonParser json, VqaFile.Records records) throws IOException {
        while (json.nextToken() != null) {
            long line = json.currentTokenLocation().getLineNr();
            records.accept(line, json.readValueAsTree());
        }
        return true;
    }
}
