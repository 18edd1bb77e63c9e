package dev.wherefore.core.weights;

import static dev.wherefore.core.weights.SafetensorsHeader.broken;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.WholeFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes safetensors files: eight bytes with the header's length, a JSON header, the
 * numbers without gaps.
 *
 * <p>A file that is read is mapped into memory: tensors are read from it when they are asked for.
 * Nothing has to be closed. The file must not be changed as long as tensors of it are in use, and
 * on Windows it cannot be deleted or replaced until Java has collected them.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">The format</a>
 */
public final class SafetensorsFile {

    /** The longest header that the format allows, in bytes. */
    static final long LONGEST_HEADER = 100_000_000;

    private static final int LENGTH_BYTES = 8;

    private SafetensorsFile() {}

    /**
     * Reads a file; names stay as they are written.
     *
     * @param file the file
     * @return the tensors in the order of the header
     * @throws UserError if the file cannot be read or breaks the format's rules: a header that is
     *     too long, no JSON or names a tensor twice; a tensor of an unknown type, with a size that
     *     is not its shape's, outside the file, over another one or after a gap
     */
    public static StateDict read(Path file) {
        return read(FileBytes.map(file));
    }

    static StateDict read(FileBytes bytes) {
        Path file = bytes.file();
        if (bytes.size() < LENGTH_BYTES) {
            throw broken(file, "it has " + bytes.size() + " bytes");
        }
        FileCursor cursor = new FileCursor(bytes, 0, bytes.size());
        long length = cursor.i64();
        if (length < 0 || length > LONGEST_HEADER) {
            throw broken(
                    file,
                    "its header would have "
                            + Long.toUnsignedString(length)
                            + " bytes; the format allows "
                            + LONGEST_HEADER);
        }
        if (length > bytes.size() - LENGTH_BYTES) {
            throw broken(
                    file,
                    "its header would have "
                            + length
                            + " bytes, and the file has "
                            + bytes.size()
                            + " in all; it was cut off, perhaps");
        }
        SafetensorsHeader header = SafetensorsHeader.parse(cursor.bytes(length), file);
        long data = cursor.position();
        requireNoGaps(header.entries(), bytes.size() - data, file);
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        header.entries()
                .forEach(
                        (name, e) ->
                                tensors.put(
                                        name,
                                        FileTensor.rows(
                                                bytes, data + e.begin(), e.type(), e.shape())));
        return new StateDict(file.toString(), tensors, header.metadata());
    }

    private static void requireNoGaps(
            Map<String, SafetensorsHeader.Entry> entries, long size, Path file) {
        List<Map.Entry<String, SafetensorsHeader.Entry>> sorted =
                entries.entrySet().stream()
                        .sorted(
                                Comparator.comparingLong(
                                                (Map.Entry<String, SafetensorsHeader.Entry> e) ->
                                                        e.getValue().begin())
                                        .thenComparingLong(e -> e.getValue().end()))
                        .toList();
        long reached = 0;
        for (Map.Entry<String, SafetensorsHeader.Entry> entry : sorted) {
            long begin = entry.getValue().begin();
            String tensor = "tensor " + Quoted.name(entry.getKey()) + " ";
            if (begin < reached) {
                throw broken(file, tensor + "begins at byte " + begin + ", inside another one");
            }
            if (begin > reached) {
                throw broken(
                        file, tensor + "begins at byte " + begin + ", after a gap from " + reached);
            }
            reached = entry.getValue().end();
            if (reached > size) {
                throw broken(
                        file,
                        tensor
                                + "ends at byte "
                                + reached
                                + " of "
                                + size
                                + "; the file was cut off, perhaps");
            }
        }
        if (reached != size) {
            throw broken(file, "after its last tensor it has bytes left: " + (size - reached));
        }
    }

    /**
     * Writes a file, whole or not at all, byte by byte as the reference implementation does.
     *
     * @param file the file
     * @param weights the tensors and the metadata
     * @param type {@code F32}, {@code F16} or {@code BF16}: what tensors with fractions are written
     *     in, rounded to the nearest, ties to even. Whole numbers and truth values keep their types
     * @param writing whether an existing file is replaced
     * @throws UserError if the file cannot be written, a finite value is too large for the type, or
     *     a whole number of 2^24 or more, which a float does not hold exactly, would have to be
     *     written
     * @throws IllegalArgumentException if the type is another one, or a tensor's name is {@code
     *     __metadata__}
     */
    public static void write(Path file, StateDict weights, ElementType type, WholeFile writing) {
        SafetensorsWriter writer = SafetensorsWriter.of(weights, type);
        writing.write(file, writer::writeTo);
    }
}
