package dev.wherefore.core.weights;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a file, mapped into memory, of any size. The system reads them when they are looked
 * at; nothing has to be closed, since Java gives the mapping back when nobody refers to it any
 * more.
 */
final class FileBytes {

    /** The most bytes that {@link #window} gives at once. */
    static final int WINDOW = 1 << 20;

    private static final long SEGMENT = 1L << 30;

    private final Path file;
    private final long size;
    private final List<ByteBuffer> segments;

    private FileBytes(Path file, long size, List<ByteBuffer> segments) {
        this.file = file;
        this.size = size;
        this.segments = segments;
    }

    static FileBytes map(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            List<ByteBuffer> segments = new ArrayList<>();
            // a segment ends with the beginning of the next one, so that a window lies in one
            for (long start = 0; start < size; start += SEGMENT) {
                long length = Math.min(SEGMENT + WINDOW, size - start);
                segments.add(channel.map(FileChannel.MapMode.READ_ONLY, start, length));
            }
            return new FileBytes(file, size, segments);
        } catch (IOException e) {
            throw new UserError("cannot read '" + file + "': " + IoReason.of(e), e);
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    /** Returns {@code length <= WINDOW} bytes that lie in the file, little-endian. */
    ByteBuffer window(long offset, int length) {
        if (offset < 0 || length < 0 || length > WINDOW || offset > size - length) {
            throw new IndexOutOfBoundsException(offset + " + " + length + " of " + size);
        }
        if (length == 0) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer segment = segments.get((int) (offset / SEGMENT));
        return segment.slice((int) (offset % SEGMENT), length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
