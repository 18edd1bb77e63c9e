package dev.wherefore.vqa.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wherefore.core.UserError;
import dev.wherefore.core.dataset.StreamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/** Tells how a file is laid out by its ending and, where that is not enough, its beginning. */
final class Recognition {

    private Recognition() {}

    static Format of(Path file) {
        StreamedFile.open(file, InputStream::read);
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return Format.CSV;
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return Format.JSONL;
        }
        if (name.endsWith(".json")) {
            return StreamedFile.JSON.read(file, json -> byTokens(file, json));
        }
        throw unknown(file, "it does not end in .json, .jsonl or .csv");
    }

    private static Format byTokens(Path file, JsonParser json) throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            return Format.EASY_VQA;
        }
        if (first == JsonToken.START_OBJECT) {
            return byKeys(file, json);
        }
        throw unknown(file, "it is neither a JSON list nor a JSON object");
    }

    /** VQA's keys come soon, what stands before them is short. */
    private static Format byKeys(Path file, JsonParser json) throws IOException {
        boolean asks = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (key.equals(VqaFile.QUESTIONS) || key.equals(VqaFile.ANNOTATIONS)) {
                return Format.VQA_V2;
            }
            asks |= key.equals(Entries.QUESTION);
            json.nextToken();
            json.skipChildren();
        }
        if (asks) {
            return Format.JSONL;
        }
        throw unknown(file, "its first object has neither 'questions' nor 'question'");
    }

    private static UserError unknown(Path file, String reason) {
        return new UserError(
                "cannot tell how the questions in %s are laid out: %s; say which format it is:"
                                .formatted(file, reason)
                        + " vqa-v2, easy-vqa, csv or jsonl");
    }
}
