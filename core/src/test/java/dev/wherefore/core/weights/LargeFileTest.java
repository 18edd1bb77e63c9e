package dev.wherefore.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 5 GB, nearly all of it a hole that takes no room on the disk. */
@Tag("long")
class LargeFileTest {

    private static final long GIGABYTE = 1L << 30;

    @TempDir Path folder;

    @Test
    void tensorsBeyondTwoGigabytesAndAcrossTheSegmentsAreRead() throws IOException {
        Path file = folder.resolve("large.safetensors");
        int count = 1 << 20;
        long begin = 4 * GIGABYTE - 2L * count;
        long end = begin + 4L * count;
        String text =
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[0,%d]},\"w\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[%d,%d]},\"z\":{\"dtype\":\"I64\",\"shape\":[%d],\"data_offsets\":[%d,%d]}}"
                        .formatted(
                                begin, begin, count, begin, end, GIGABYTE / 8, end, end + GIGABYTE);
        byte[] header = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer numbers = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i + 0.5f;
            numbers.putFloat(values[i]);
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(8 + header.length + end + GIGABYTE);
            out.writeLong(Long.reverseBytes(header.length));
            out.write(header);
            out.seek(8 + header.length + begin);
            out.write(numbers.array());
        }
        StateDict weights = WeightFiles.read(file);
        assertThat(Fixture.tensor(weights, "a").shape().size()).isEqualTo(begin);
        assertThat(Fixture.tensor(weights, "w").toFloats()).isEqualTo(values);
    }
}
