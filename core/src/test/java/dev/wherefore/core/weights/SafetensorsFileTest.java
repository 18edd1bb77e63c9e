package dev.wherefore.core.weights;

import static dev.wherefore.core.weights.Fixture.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.experiment.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsFileTest {

    @TempDir Path folder;

    @Test
    void namesShapesValuesAndMetadataAreThoseThatPythonWrote() {
        StateDict weights = SafetensorsFile.read(Fixture.path("plain.safetensors"));
        assertThat(weights.metadata()).containsExactly(Map.entry("format", "pt"));
        assertThat(weights.tensors())
                .containsOnlyKeys("bn.num_batches_tracked", "conv.bias", "conv.weight");
        WeightTensor weight = tensor(weights, "conv.weight");
        assertThat(weight.shape()).isEqualTo(new Shape(2, 1, 2, 3));
        assertThat(weight.type()).isEqualTo("F32");
        float[] eighths = new float[12];
        for (int i = 0; i < 12; i++) {
            eighths[i] = i / 8f - 0.5f;
        }
        assertThat(weight.toFloats()).isEqualTo(eighths);
        assertThat(tensor(weights, "conv.bias").toFloats()).isEqualTo(new float[] {1.5f, -0f});
        WeightTensor counter = tensor(weights, "bn.num_batches_tracked");
        assertThat(counter.shape()).isEqualTo(new Shape());
        assertThat(counter.type()).isEqualTo("I64");
        assertThat(counter.toFloats()).containsExactly(7f);
    }

    @Test
    void everyTypeIsReadAsTheNearestFloats() {
        StateDict weights = SafetensorsFile.read(Fixture.path("types.safetensors"));
        Types.assertRead(weights);
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementType.class,
            names = {"F32", "F16", "BF16"})
    void filesAreByteForByteWhatTheReferenceImplementationWrites(ElementType type)
            throws IOException {
        float[] numbers = {0, 1, -2.5f, 65504, 6e-8f, 0.1f};
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        tensors.put("b", WeightTensor.of(new Shape(6), numbers));
        tensors.put("a.weight", WeightTensor.of(new Shape(2, 3), numbers));
        tensors.put("n", tensor(Fixture.read("plain.safetensors"), "bn.num_batches_tracked"));
        Path file = folder.resolve("a.safetensors");
        StateDict weights = new StateDict("memory", tensors, Map.of("format", "pt"));
        SafetensorsFile.write(file, weights, type, new WholeFile(false));
        String expected = "written-" + type.name().toLowerCase(Locale.ROOT);
        assertThat(Files.readAllBytes(file))
                .isEqualTo(Files.readAllBytes(Fixture.path(expected + ".safetensors")));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        float[] many = new float[700_001];
        for (int i = 0; i < many.length; i++) {
            many[i] = (float) Math.sin(i);
        }
        tensors.put("größer.λ", WeightTensor.of(new Shape(700_001), many));
        tensors.put("none", WeightTensor.of(new Shape(3, 0)));
        tensors.put("scalar", WeightTensor.of(new Shape(), Float.NaN));
        tensors.put("inf", WeightTensor.of(new Shape(1, 1), Float.NEGATIVE_INFINITY));
        Path file = folder.resolve("deep/a.safetensors");
        Map<String, String> metadata = Map.of("by", "a \"test\"\n\u0001");
        StateDict written = new StateDict("memory", tensors, metadata);
        SafetensorsFile.write(file, written, ElementType.F32, new WholeFile(false));
        StateDict read = SafetensorsFile.read(file);
        assertThat(read.metadata()).isEqualTo(metadata);
        assertThat(read.tensors().keySet()).isEqualTo(Set.of("größer.λ", "inf", "none", "scalar"));
        tensors.forEach(
                (name, tensor) -> {
                    assertThat(tensor(read, name).shape()).isEqualTo(tensor.shape());
                    assertThat(tensor(read, name).toFloats()).isEqualTo(tensor.toFloats());
                });
    }

    @Test
    void valuesThatAreTooLargeForTheTypeAreRefusedAndNothingIsLeft() throws IOException {
        StateDict weights = one(WeightTensor.of(new Shape(2), 1, 65520));
        assertRefusedToWrite(
                weights,
                ElementType.F16,
                "tensor 'w' of 'memory' cannot be written as F16: 65520.0 is too large; F32 holds"
                        + " it");
        assertRefusedToWrite(
                one(WeightTensor.of(new Shape(1), -Float.MAX_VALUE)),
                ElementType.BF16,
                "tensor 'w' of 'memory' cannot be written as BF16: -3.4028235E38 is too large; F32"
                        + " holds it");
        assertRefusedToWrite(
                one(tensor(Fixture.read("types.safetensors"), "i64")),
                ElementType.F32,
                "tensor 'w' of 'memory' cannot be written as I64: 1.09951163E12 is too large");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private void assertRefusedToWrite(StateDict weights, ElementType type, String message) {
        Path file = folder.resolve("a.safetensors");
        assertThatThrownBy(() -> SafetensorsFile.write(file, weights, type, new WholeFile(false)))
                .satisfies(Fixture.sentence("memory"))
                .hasMessage(message);
    }

    private static StateDict one(WeightTensor tensor) {
        return new StateDict("memory", Map.of("w", tensor), Map.of());
    }

    static Stream<Arguments> lies() {
        String w = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
        return Stream.of(
                Arguments.of("{", 8, "its header is not JSON"),
                Arguments.of("{}{}", 0, "its header is not JSON"),
                Arguments.of("[1]", 0, "its header is not a JSON object"),
                Arguments.of("{\"w\":7}", 8, "tensor 'w' must have dtype, shape and data_offsets"),
                Arguments.of("{\"w\":" + "[".repeat(5000), 8, "its header is not JSON"),
                Arguments.of(w + "," + w.substring(1) + "}", 8, "names a tensor twice"),
                Arguments.of(
                        w.replace("]}", "],\"shape\":[2]}") + "}", 8, "its header names a tensor"),
                Arguments.of(w.replace("F32", "F33") + "}", 8, "has the dtype \"F33\""),
                Arguments.of(w.replace("\"F32\"", "null") + "}", 8, "has the dtype null"),
                Arguments.of(w.replace("dtype", "type") + "}", 8, "has the dtype (none)"),
                Arguments.of(w.replace("[2]", "2") + "}", 8, "a list of numbers as shape"),
                Arguments.of(w.replace("[2]", "[-2]") + "}", 8, "whole numbers from 0 on as shape"),
                Arguments.of(w.replace("[2]", "[2.0]") + "}", 8, "whole numbers from 0 on"),
                Arguments.of(w.replace("[2]", "[9223372036854775808]") + "}", 8, "whole numbers"),
                Arguments.of(
                        w.replace("[2]", "[4294967296,4294967296]") + "}", 8, "is too large: ["),
                Arguments.of(w.replace("[2]", "[3]") + "}", 8, "has 8 bytes, and F32 [3] needs 12"),
                Arguments.of(w.replace("[0,8]", "[8,0]") + "}", 8, "data_offsets of a begin and"),
                Arguments.of(w.replace("[0,8]", "[0,8,9]") + "}", 8, "data_offsets of a begin"),
                Arguments.of(w.replace("[0,8]", "[-8,0]") + "}", 8, "from 0 on as data_offsets"),
                Arguments.of(
                        w.replace("[0,8]", "[9223372036854775799,9223372036854775807]") + "}",
                        8,
                        "after a gap from 0"),
                Arguments.of(w + "}", 7, "ends at byte 8 of 7"),
                Arguments.of(w + "}", 9, "after its last tensor it has bytes left: 1"),
                Arguments.of("{}", 1, "it has bytes left: 1"),
                Arguments.of(w.replace("[0,8]", "[1,9]") + "}", 9, "begins at byte 1, after a gap"),
                Arguments.of(
                        w + "," + w.substring(1).replace("w", "v").replace("[0,8]", "[4,12]") + "}",
                        12,
                        "tensor 'v' begins at byte 4, inside another one"),
                Arguments.of(
                        w + "," + w.substring(1).replace("w", "v") + "}", 8, "inside another one"),
                Arguments.of(w + ",\"__metadata__\":{\"a\":1}}", 8, "and 'a' is none"),
                Arguments.of(w + ",\"__metadata__\":\"a\"}", 8, "__metadata__ must map text"),
                Arguments.of("{\"\u00ff\":1}", 0, "its header is not UTF-8 text"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void liesInTheHeaderAreRefusedInOneSentence(String header, int data, String why)
            throws IOException {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        Path file = file(text.length, text, data);
        assertThatThrownBy(() -> WeightFiles.read(file))
                .satisfies(Fixture.sentence(file))
                .hasMessageContaining(why);
    }

    @Test
    void aHeaderOfAnAbsurdLengthIsRefused() throws IOException {
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        for (long length : new long[] {-1, Long.MAX_VALUE, 100_000_001}) {
            Path file = file(length, text, 0);
            assertThatThrownBy(() -> WeightFiles.read(file))
                    .satisfies(Fixture.sentence(file))
                    .hasMessageContaining("the format allows 100000000");
        }
        Path file = file(3, text, 0);
        assertThatThrownBy(() -> WeightFiles.read(file))
                .satisfies(Fixture.sentence(file))
                .hasMessageContaining("its header would have 3 bytes, and the file has 10 in all");
    }

    private Path file(long length, byte[] header, int data) throws IOException {
        ByteBuffer all =
                ByteBuffer.allocate(8 + header.length + data).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(length).put(header);
        return Files.write(folder.resolve("lie.safetensors"), all.array());
    }
}
