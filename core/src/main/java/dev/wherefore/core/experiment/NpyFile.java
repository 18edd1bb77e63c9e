package dev.wherefore.core.experiment;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads (versions 1.0 and 2.0) and writes (version 1.0) NumPy's {@code .npy} files.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
public final class NpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int LONGEST_HEADER = 1 << 20;

    private NpyFile() {}

    /**
     * Returns the array in a file.
     *
     * @param file the file
     * @return the array
     * @throws UserError if the file cannot be read, is broken, or holds something else than
     *     little-endian float32, float64, int64, int32 or bool in C order
     */
    public static NpyArray read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new UserError("cannot read '" + file + "': " + IoReason.of(e), e);
        }
    }

    /**
     * Writes an array.
     *
     * @param array the array
     * @param file the file
     * @param files whether a file that exists is replaced
     * @throws UserError if the file exists and may not be replaced, or cannot be written
     */
    public static void write(NpyArray array, Path file, WholeFile files) {
        files.write(file, out -> write(array, out));
    }

    /** Returns the array that is all of a stream; {@code name} is named in errors. */
    static NpyArray read(InputStream in, String name) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw NpyHeader.broken(name, "it does not begin with \\x93NUMPY");
        }
        NpyHeader header = NpyHeader.parse(readHeader(in, name), name);
        int size = size(header, name);
        byte[] data = in.readNBytes(size);
        if (data.length < size) {
            throw NpyHeader.broken(
                    name,
                    "its shape "
                            + NpyShape.text(header.shape())
                            + " needs "
                            + size
                            + " bytes, found "
                            + data.length);
        }
        if (in.read() >= 0) {
            throw NpyHeader.broken(
                    name,
                    "there is more in it than its shape "
                            + NpyShape.text(header.shape())
                            + " says");
        }
        return new NpyArray(header.type(), header.shape(), data);
    }

    private static String readHeader(InputStream in, String name) throws IOException {
        int major = in.read();
        int minor = in.read();
        if ((major != 1 && major != 2) || minor != 0) {
            throw NpyHeader.broken(
                    name, "its version must be 1.0 or 2.0, found " + major + "." + minor);
        }
        byte[] lengthBytes = in.readNBytes(major == 1 ? Short.BYTES : Integer.BYTES);
        long length = 0;
        for (int i = lengthBytes.length - 1; i >= 0; i--) {
            length = length << 8 | (lengthBytes[i] & 0xff);
        }
        if (length > LONGEST_HEADER) {
            throw NpyHeader.broken(name, "its header is " + length + " bytes long");
        }
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw NpyHeader.broken(name, "it ends within its header");
        }
        return new String(header, StandardCharsets.ISO_8859_1);
    }

    private static int size(NpyHeader header, String name) {
        try {
            return NpyShape.bytes(header.type(), header.shape());
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "'"
                            + name
                            + "' has a shape that is too large: "
                            + NpyShape.text(header.shape()),
                    e);
        }
    }

    private static void write(NpyArray array, OutputStream out) throws IOException {
        String header = new NpyHeader(array.type(), array.shape()).text();
        int before = MAGIC.length + 2 + Short.BYTES;
        int padding = ALIGNMENT - 1 - (before + header.length()) % ALIGNMENT;
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer start = ByteBuffer.allocate(before).order(ByteOrder.LITTLE_ENDIAN);
        start.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length);
        out.write(start.array());
        out.write(text);
        out.write(array.data());
    }
}
