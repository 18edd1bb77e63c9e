package dev.wherefore.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.wherefore.core.experiment.ResultJson;
import java.util.Map;

/**
 * JSON that may stand in a {@code <script>} element and in JavaScript, whatever texts are in it:
 * what could end the element or a line is written as an escape.
 */
final class SafeJson {

    private static final Map<Integer, SerializableString> ESCAPES =
            Map.of(
                    (int) '<',
                    new SerializedString("\\u003c"),
                    (int) '>',
                    new SerializedString("\\u003e"),
                    (int) '&',
                    new SerializedString("\\u0026"),
                    0x2028,
                    new SerializedString("\\u2028"),
                    0x2029,
                    new SerializedString("\\u2029"));

    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            ESCAPES.keySet().stream()
                    .filter(character -> character < codes.length)
                    .forEach(character -> codes[character] = ESCAPE_CUSTOM);
            return codes;
        }

        @Override
        @SuppressWarnings("NullAway") // Jackson takes null for none, and says so nowhere
        public SerializableString getEscapeSequence(int character) {
            return ESCAPES.get(character);
        }
    }

    private final ObjectMapper mapper;

    SafeJson() {
        mapper = ResultJson.mapper().disable(SerializationFeature.INDENT_OUTPUT);
        mapper.getFactory().setCharacterEscapes(new Escapes());
    }

    String text(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report could not be written as JSON", e);
        }
    }
}
