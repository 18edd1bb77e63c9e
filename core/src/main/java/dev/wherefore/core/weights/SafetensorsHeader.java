package dev.wherefore.core.weights;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wherefore.core.UserError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the header of a safetensors file says, each entry checked by itself.
 *
 * @param entries the tensors by name, in the header's order
 * @param metadata the texts of {@code __metadata__}
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {

    static final String METADATA = "__metadata__";

    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    /**
     * A tensor; {@code begin} and {@code end} count bytes from the end of the header.
     *
     * @param type the type of its numbers
     * @param shape its dimensions
     * @param begin its first byte
     * @param end the byte after its last
     */
    record Entry(ElementType type, Shape shape, long begin, long end) {}

    /** Reads a header; {@code file} is named in errors. */
    static SafetensorsHeader parse(byte[] text, Path file) {
        JsonNode root = tree(text, file);
        if (!root.isObject()) {
            throw broken(file, "its header is not a JSON object");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        root.properties()
                .forEach(
                        field -> {
                            if (field.getKey().equals(METADATA)) {
                                metadata.putAll(metadata(field.getValue(), file));
                            } else {
                                EntryReader reader = new EntryReader(file, field.getKey());
                                entries.put(field.getKey(), reader.read(field.getValue()));
                            }
                        });
        return new SafetensorsHeader(entries, metadata);
    }

    private static JsonNode tree(byte[] text, Path file) {
        try {
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
            return JSON.readTree(decoded);
        } catch (CharacterCodingException e) {
            throw new UserError(broken(file, "its header is not UTF-8 text").getMessage(), e);
        } catch (JsonProcessingException e) {
            String found = Quoted.plain(e.getOriginalMessage());
            String why =
                    found.startsWith("Duplicate field")
                            ? "its header names a tensor twice (" + found + ")"
                            : "its header is not JSON (" + found + ")";
            throw new UserError(broken(file, why).getMessage(), e);
        }
    }

    private static Map<String, String> metadata(JsonNode node, Path file) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!node.isObject()) {
            throw broken(file, "its " + METADATA + " must map text to text");
        }
        node.properties()
                .forEach(
                        field -> {
                            if (!field.getValue().isTextual()) {
                                throw broken(
                                        file,
                                        "its "
                                                + METADATA
                                                + " must map text to text, and "
                                                + Quoted.name(field.getKey())
                                                + " is none");
                            }
                            texts.put(field.getKey(), field.getValue().textValue());
                        });
        return texts;
    }

    /** Reads the entry of one tensor. */
    private record EntryReader(Path file, String name) {

        Entry read(JsonNode node) {
            if (!node.isObject()) {
                throw wrong("must have dtype, shape and data_offsets");
            }
            ElementType type = type(node.path("dtype"));
            long[] shape = numbers(node.path("shape"), "shape");
            long[] offsets = numbers(node.path("data_offsets"), "data_offsets");
            if (offsets.length != 2 || offsets[0] > offsets[1]) {
                throw wrong(
                        "must have data_offsets of a begin and an end, found "
                                + Arrays.toString(offsets));
            }
            long size = bytes(type, shape);
            if (size != offsets[1] - offsets[0]) {
                throw wrong(
                        "has "
                                + (offsets[1] - offsets[0])
                                + " bytes, and "
                                + type
                                + " "
                                + Arrays.toString(shape)
                                + " needs "
                                + size);
            }
            return new Entry(type, new Shape(shape), offsets[0], offsets[1]);
        }

        private ElementType type(JsonNode node) {
            String known =
                    Arrays.stream(ElementType.values())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "));
            return Optional.ofNullable(node.textValue())
                    .flatMap(ElementType::of)
                    .orElseThrow(
                            () ->
                                    new UserError(
                                            "tensor "
                                                    + Quoted.name(name)
                                                    + " in '"
                                                    + file
                                                    + "' has the dtype "
                                                    + (node.isMissingNode()
                                                            ? "(none)"
                                                            : Quoted.plain(node.toString()))
                                                    + "; "
                                                    + known
                                                    + " can be read"));
        }

        private long[] numbers(JsonNode node, String key) {
            if (!node.isArray()) {
                throw wrong("must have a list of numbers as " + key);
            }
            long[] numbers = new long[node.size()];
            for (int i = 0; i < numbers.length; i++) {
                JsonNode number = node.get(i);
                boolean sound = number.isIntegralNumber() && number.canConvertToLong();
                if (!sound || number.longValue() < 0) {
                    throw wrong("must have whole numbers from 0 on as " + key);
                }
                numbers[i] = number.longValue();
            }
            return numbers;
        }

        private long bytes(ElementType type, long[] shape) {
            try {
                long size = type.bytes();
                for (long dimension : shape) {
                    size = Math.multiplyExact(size, dimension);
                }
                return size;
            } catch (ArithmeticException e) {
                String text = "has a shape that is too large: " + Arrays.toString(shape);
                throw new UserError(wrong(text).getMessage(), e);
            }
        }

        private UserError wrong(String why) {
            return broken(file, "tensor " + Quoted.name(name) + " " + why);
        }
    }

    static UserError broken(Path file, String why) {
        return new UserError("'" + file + "' is not a sound safetensors file: " + why);
    }
}
