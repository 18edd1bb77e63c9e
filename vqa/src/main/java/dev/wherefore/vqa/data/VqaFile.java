package dev.wherefore.vqa.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.UserError;
import dev.wherefore.core.dataset.StreamedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Hands on the records of VQA's files, which are a list under one of an object's keys. */
final class VqaFile {

    static final String QUESTIONS = "questions";
    static final String ANNOTATIONS = "annotations";

    private VqaFile() {}

    /** What is done with each record. */
    @FunctionalInterface
    interface Records {
        void accept(long number, JsonNode record);
    }

    static void read(Path file, String list, Records records) {
        StreamedFile.JSON.read(
                file,
                json -> {
                    refuseUnless(json.nextToken() == JsonToken.START_OBJECT, file, list);
                    Set<String> keys = new TreeSet<>();
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String key = json.currentName();
                        keys.add(key);
                        json.nextToken();
                        if (key.equals(list)) {
                            elements(json, file, list, records);
                        } else {
                            json.skipChildren();
                        }
                    }
                    if (!keys.contains(list)) {
                        throw new UserError("%s has no '%s'%s".formatted(file, list, other(keys)));
                    }
                    return keys;
                });
    }

    private static void elements(JsonParser json, Path file, String list, Records records)
            throws IOException {
        refuseUnless(json.currentToken() == JsonToken.START_ARRAY, file, list);
        each(json, records);
    }

    /** Goes on to the end of a list that has begun. */
    static void each(JsonParser json, Records records) throws IOException {
        long number = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            records.accept(++number, json.readValueAsTree());
        }
    }

    private static void refuseUnless(boolean fits, Path file, String list) {
        if (!fits) {
            throw new UserError(
                    "%s is no JSON object with a list of '%s', as VQA's files are"
                            .formatted(file, list));
        }
    }

    private static String other(Set<String> keys) {
        if (keys.contains(QUESTIONS)) {
            return ", but 'questions': it asks, and does not say the answers";
        }
        return keys.contains(ANNOTATIONS)
                ? ", but 'annotations': it says the answers, and another file asks the questions"
                : ", as VQA's files have";
    }
}
