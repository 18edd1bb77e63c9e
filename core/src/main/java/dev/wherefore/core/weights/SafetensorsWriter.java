package dev.wherefore.core.weights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lays tensors out as the reference implementation does: larger types first, then by name. */
final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;
    private static final int CHUNK = 1 << 14;
    private static final float EXACT = 1 << 24;
    private static final JsonMapper JSON = new JsonMapper();

    private final StateDict weights;
    private final List<Part> parts;

    private SafetensorsWriter(StateDict weights, List<Part> parts) {
        this.weights = weights;
        this.parts = parts;
    }

    private record Part(String name, WeightTensor tensor, ElementType type) {
        byte[] utf8() {
            return name.getBytes(StandardCharsets.UTF_8);
        }
    }

    static SafetensorsWriter of(StateDict weights, ElementType type) {
        if (!type.isFloating() || type == ElementType.F64) {
            throw new IllegalArgumentException("F32, F16 or BF16 can be written, not " + type);
        }
        if (weights.tensors().containsKey(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException("no tensor may be called __metadata__");
        }
        List<Part> parts =
                weights.tensors().entrySet().stream()
                        .map(e -> new Part(e.getKey(), e.getValue(), typeOf(e.getValue(), type)))
                        .sorted(
                                Comparator.comparing(Part::type)
                                        .reversed()
                                        .thenComparing(Part::utf8, Arrays::compareUnsigned))
                        .toList();
        return new SafetensorsWriter(weights, parts);
    }

    private static ElementType typeOf(WeightTensor tensor, ElementType floating) {
        return ElementType.of(tensor.type()).filter(t -> !t.isFloating()).orElse(floating);
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] header = header();
        int padding = Math.floorMod(-header.length, ALIGNMENT);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong((long) header.length + padding).array());
        out.write(header);
        out.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
        for (Part part : parts) {
            write(part, out);
        }
    }

    private byte[] header() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        if (!weights.metadata().isEmpty()) {
            ObjectNode metadata = root.putObject(SafetensorsHeader.METADATA);
            for (Map.Entry<String, String> text : weights.metadata().entrySet()) {
                metadata.put(text.getKey(), text.getValue());
            }
        }
        long offset = 0;
        for (Part part : parts) {
            ObjectNode entry = root.putObject(part.name());
            entry.put("dtype", part.type().name());
            ArrayNode shape = entry.putArray("shape");
            Arrays.stream(part.tensor().shape().getShape()).forEachOrdered(shape::add);
            long end = offset + part.tensor().shape().size() * part.type().bytes();
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] header = JSON.writeValueAsBytes(root);
        if (header.length > SafetensorsFile.LONGEST_HEADER - ALIGNMENT) {
            throw new UserError(
                    "the names and metadata of '"
                            + weights.source()
                            + "' need more than the 100 MB that safetensors allows");
        }
        return header;
    }

    private void write(Part part, OutputStream out) throws IOException {
        float[] values = part.tensor().toFloats();
        ByteBuffer chunk =
                ByteBuffer.allocate(CHUNK * part.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            requireFits(values[i], part);
            part.type().write(values[i], chunk);
            if (!chunk.hasRemaining() || i == values.length - 1) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
        }
    }

    private void requireFits(float value, Part part) {
        boolean fits =
                switch (part.type()) {
                    case F16 -> finiteAlike(value, HalfFloats.fromHalf(HalfFloats.toHalf(value)));
                    case BF16 ->
                            finiteAlike(value, HalfFloats.fromBrain(HalfFloats.toBrain(value)));
                    case I32, U32, I64, U64 -> Math.abs(value) < EXACT;
                    default -> true;
                };
        if (!fits) {
            throw new UserError(
                    "tensor "
                            + Quoted.name(part.name())
                            + " of '"
                            + weights.source()
                            + "' cannot be written as "
                            + part.type()
                            + ": "
                            + value
                            + " is too large"
                            + (part.type().isFloating() ? "; F32 holds it" : ""));
        }
    }

    private static boolean finiteAlike(float value, float rounded) {
        return !Float.isInfinite(rounded) || Float.isInfinite(value);
    }
}
