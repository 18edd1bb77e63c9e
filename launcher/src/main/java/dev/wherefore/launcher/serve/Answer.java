package dev.wherefore.launcher.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.wherefore.core.experiment.ResultJson;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client gets.
 *
 * @param status the HTTP status
 * @param type the content's type
 * @param content the content
 * @param headers other headers
 */
record Answer(int status, String type, ByteBuffer content, Map<String, String> headers) {

    static final int OK = 200;
    static final String JSON = "application/json";

    private static final ObjectWriter WRITER =
            ResultJson.mapper().writer().without(SerializationFeature.INDENT_OUTPUT);

    /** Bytes of a type. */
    static Answer of(int status, String type, byte[] content) {
        return new Answer(status, type, ByteBuffer.wrap(content).asReadOnlyBuffer(), Map.of());
    }

    /** A value, written as results are. */
    static Answer json(int status, Object value) {
        try {
            return of(status, JSON, WRITER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    /** The same with more headers. */
    Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, type, content, all);
    }
}
