package dev.wherefore.core.coco;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Goes through one file, and hands on its records one by one. */
final class CocoStream {

    private static final String IMAGES = "images";
    private static final String CATEGORIES = "categories";
    private static final String ANNOTATIONS = "annotations";

    /** In the files of scenes, where the annotations are the instances. */
    private static final String CAPTIONS = "captions";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Collected collected;
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> tooEarly = new TreeSet<>();

    CocoStream(Path file, Collected collected) {
        this.file = file;
        this.collected = collected;
    }

    void read() {
        go(this::key);
        refuseWhatIsMissing();
        if (!tooEarly.isEmpty()) {
            go(this::lateKey);
        }
    }

    private interface Keys {
        void read(JsonParser json, String key) throws IOException;
    }

    private void go(Keys keys) {
        try (JsonParser json = JSON.createParser(file.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UserError(file + " is not a COCO file: it is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                keys.read(json, key);
            }
        } catch (JsonProcessingException e) {
            throw new UserError(
                    file + where(e) + " is not a COCO file: it is no JSON: " + what(e), e);
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "it is a folder" : IoReason.of(e);
            throw new UserError(file + " cannot be read: " + reason, e);
        }
    }

    private static String where(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(JsonLocation::getLineNr)
                .map(line -> ", line " + line + ",")
                .orElse("");
    }

    private static String what(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("\\.$", "");
    }

    private void key(JsonParser json, String key) throws IOException {
        switch (key) {
            case IMAGES -> each(json, key, collected::image);
            case CATEGORIES -> each(json, key, collected::category);
            case ANNOTATIONS, CAPTIONS -> {
                if (seen.contains(IMAGES)) {
                    each(json, key, collected::annotation);
                } else {
                    tooEarly.add(key);
                    json.skipChildren();
                }
            }
            default -> json.skipChildren();
        }
        seen.add(key);
    }

    private void lateKey(JsonParser json, String key) throws IOException {
        if (tooEarly.contains(key)) {
            each(json, key, collected::annotation);
        } else {
            json.skipChildren();
        }
    }

    private void each(JsonParser json, String key, Consumer<JsonNode> record) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new UserError(
                    "%s is not a COCO file: its '%s' are not a list".formatted(file, key));
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            record.accept(JSON.readTree(json));
        }
    }

    private void refuseWhatIsMissing() {
        List<String> missing = new ArrayList<>();
        for (String key : List.of(IMAGES, ANNOTATIONS)) {
            if (!seen.contains(key)) {
                missing.add("no '" + key + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw new UserError(
                    file + " is not a COCO file: it has " + String.join(" and ", missing));
        }
    }
}
