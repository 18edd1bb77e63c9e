package dev.wherefore.core.scene.coco;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object whose values are small, or arrays that lie on disk. */
final class JsonParts {

    private final ObjectWriter json;
    private final Map<String, Object> parts = new LinkedHashMap<>();

    JsonParts(ObjectWriter json) {
        this.json = json;
    }

    JsonParts with(String key, Object value) {
        parts.put(key, value);
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        String before = "{\n";
        for (Map.Entry<String, Object> part : parts.entrySet()) {
            write(out, before + json.writeValueAsString(part.getKey()) + ": ");
            if (part.getValue() instanceof Spool spool) {
                spool.writeTo(out);
            } else {
                write(out, json.writeValueAsString(part.getValue()));
            }
            before = ",\n";
        }
        write(out, "\n}\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
