package dev.wherefore.core.weights;

import dev.wherefore.core.UserError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads a part of a file from its beginning on, little-endian, and never beyond its end. */
final class FileCursor {

    private static final int LONGEST_ARRAY = 100_000_000;

    private final FileBytes bytes;
    private final long end;
    private long position;
    private ByteBuffer ahead = ByteBuffer.allocate(0);

    FileCursor(FileBytes bytes, long start, long end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    Path file() {
        return bytes.file();
    }

    long position() {
        return position;
    }

    int u8() {
        return Byte.toUnsignedInt(take(1).get());
    }

    int u16() {
        return Short.toUnsignedInt(take(2).getShort());
    }

    int i32() {
        return take(4).getInt();
    }

    long u32() {
        return Integer.toUnsignedLong(take(4).getInt());
    }

    long i64() {
        return take(8).getLong();
    }

    /** Nothing is allocated before it is known that the bytes are there. */
    byte[] bytes(long count) {
        require(count);
        if (count > LONGEST_ARRAY) {
            throw broken("a text of " + count + " bytes in it is too long");
        }
        byte[] all = new byte[(int) count];
        for (int at = 0; at < all.length; ) {
            int part = Math.min(FileBytes.WINDOW, all.length - at);
            take(part).get(all, at, part);
            at += part;
        }
        return all;
    }

    void skip(long count) {
        require(count);
        position += count;
        ahead = ByteBuffer.allocate(0);
    }

    /** Passes over {@code count} numbers of {@code size} bytes. */
    void skipNumbers(long count, int size) {
        if (count < 0 || count > (end - position) / size) {
            throw tooShort(count, size + "-byte number");
        }
        skip(count * size);
    }

    /** The text up to the next line feed, which is passed over. */
    String line(int atMost) {
        StringBuilder line = new StringBuilder();
        for (int next = u8(); next != '\n'; next = u8()) {
            if (line.length() == atMost) {
                throw broken("it has a name of more than " + atMost + " letters");
            }
            line.append((char) next);
        }
        return new String(
                line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private ByteBuffer take(int count) {
        require(count);
        if (ahead.remaining() < count) {
            int length = (int) Math.min(FileBytes.WINDOW, end - position);
            ahead = bytes.window(position, length);
        }
        position += count;
        ByteBuffer taken = ahead.slice(ahead.position(), count).order(ahead.order());
        ahead.position(ahead.position() + count);
        return taken;
    }

    private void require(long count) {
        if (count < 0 || count > end - position) {
            throw tooShort(count, "byte");
        }
    }

    private UserError tooShort(long count, String what) {
        return broken(
                "at byte "
                        + position
                        + " "
                        + Long.toUnsignedString(count)
                        + " "
                        + what
                        + (count == 1 ? "" : "s")
                        + " should follow, and "
                        + (end - position)
                        + " bytes do");
    }

    UserError broken(String why) {
        return new UserError("'" + bytes.file() + "' is damaged or cut off: " + why);
    }
}
