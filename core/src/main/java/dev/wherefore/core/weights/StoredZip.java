package dev.wherefore.core.weights;

import dev.wherefore.core.UserError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The entries of a zip file that are stored as they are, and where each begins: a mapped file needs
 * that, and {@code java.util.zip} does not say it. Zip64 is read too.
 */
final class StoredZip {

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int LOCAL_SIZE = 30;
    private static final long LONGEST_COMMENT = 0xffff;
    private static final long IN_ZIP64 = 0xffffffffL;

    private final FileBytes bytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long located;

    private record Entry(
            String name, int flags, int method, long crc, long packed, long size, long local) {}

    private StoredZip(FileBytes bytes) {
        this.bytes = bytes;
    }

    static StoredZip open(FileBytes bytes) {
        StoredZip zip = new StoredZip(bytes);
        zip.readDirectory(zip.findEnd());
        return zip;
    }

    Set<String> names() {
        return entries.keySet();
    }

    /**
     * Where the bytes of an entry are whose checksum is right, empty if there is no such entry. To
     * be asked once for each.
     */
    Optional<Span> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(this::locate);
    }

    /**
     * A part of the file.
     *
     * @param start its first byte
     * @param size how many bytes it has
     */
    record Span(long start, long size) {}

    private long findEnd() {
        long last = bytes.size() - END_SIZE;
        for (long at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.window(at, 4).getInt() == END) {
                return at;
            }
        }
        throw broken("the directory at its end is missing; it was cut off, perhaps");
    }

    private void readDirectory(long end) {
        FileCursor cursor = new FileCursor(bytes, end + 10, end + END_SIZE);
        long count = cursor.u16();
        long size = cursor.u32();
        long start = cursor.u32();
        long limit = end;
        boolean zip64 =
                end >= LOCATOR_SIZE && bytes.window(end - LOCATOR_SIZE, 4).getInt() == LOCATOR_64;
        if (zip64) {
            limit = bytes.window(end - LOCATOR_SIZE + 8, 8).getLong();
            FileCursor wide = cursor(limit, end);
            if (wide.i32() != END_64) {
                throw broken("the directory at its end is not sound");
            }
            wide.skip(28);
            count = wide.i64();
            size = wide.i64();
            start = wide.i64();
        }
        if (start < 0 || size < 0 || start > limit - size) {
            throw broken("the directory at its end is not sound");
        }
        FileCursor directory = cursor(start, start + size);
        for (long i = 0; i < count; i++) {
            Entry entry = readEntry(directory);
            if (entries.put(entry.name(), entry) != null) {
                throw broken("it holds " + Quoted.name(entry.name()) + " twice");
            }
        }
    }

    private Entry readEntry(FileCursor cursor) {
        if (cursor.i32() != ENTRY) {
            throw broken("the directory at its end is not sound");
        }
        cursor.skip(4);
        int flags = cursor.u16();
        int method = cursor.u16();
        cursor.skip(4);
        long crc = cursor.u32();
        long packed = cursor.u32();
        long size = cursor.u32();
        int nameLength = cursor.u16();
        int extraLength = cursor.u16();
        int commentLength = cursor.u16();
        cursor.skip(8);
        long local = cursor.u32();
        String name = new String(cursor.bytes(nameLength), StandardCharsets.UTF_8);
        Wide wide = new Wide(ByteBuffer.wrap(cursor.bytes(extraLength)));
        cursor.skip(commentLength);
        long wideSize = wide.orNarrow(size);
        long widePacked = wide.orNarrow(packed);
        return new Entry(name, flags, method, crc, widePacked, wideSize, wide.orNarrow(local));
    }

    /** The numbers of Zip64's extra field, which stand there in a fixed order where needed. */
    private final class Wide {

        private ByteBuffer numbers = ByteBuffer.allocate(0);

        Wide(ByteBuffer extra) {
            extra.order(ByteOrder.LITTLE_ENDIAN);
            while (extra.remaining() >= 4) {
                int id = extra.getShort();
                int length = Short.toUnsignedInt(extra.getShort());
                if (length > extra.remaining()) {
                    throw broken("the directory at its end is not sound");
                }
                if (id == 1) {
                    numbers = extra.slice(extra.position(), length).order(extra.order());
                }
                extra.position(extra.position() + length);
            }
        }

        long orNarrow(long narrow) {
            if (narrow != IN_ZIP64) {
                return narrow;
            }
            if (numbers.remaining() < Long.BYTES) {
                throw broken("the directory at its end is not sound");
            }
            return numbers.getLong();
        }
    }

    private Span locate(Entry entry) {
        String what = Quoted.name(entry.name()) + " in it ";
        if (entry.method() != 0 || (entry.flags() & 1) != 0 || entry.packed() != entry.size()) {
            throw new UserError(
                    "'"
                            + bytes.file()
                            + "' is compressed or encrypted; only zip files whose entries are"
                            + " stored, as torch.save writes them, are read");
        }
        FileCursor local = cursor(entry.local(), bytes.size());
        if (local.i32() != LOCAL) {
            throw broken(what + "is not where the directory says");
        }
        local.skip(LOCAL_SIZE - 8);
        int nameLength = local.u16();
        int extraLength = local.u16();
        local.skip((long) nameLength + extraLength);
        Span span = new Span(local.position(), entry.size());
        local.skip(entry.size());
        located += entry.size();
        if (located > bytes.size()) {
            throw broken("its entries lie over one another");
        }
        if (hasChecksums() && checksum(span) != entry.crc()) {
            throw broken(what + "has a wrong checksum");
        }
        return span;
    }

    /** PyTorch writes zeros everywhere where it was told to save the time. */
    private boolean hasChecksums() {
        return entries.values().stream().anyMatch(e -> e.crc() != 0);
    }

    private long checksum(Span span) {
        CRC32 crc = new CRC32();
        for (long done = 0; done < span.size(); ) {
            int part = (int) Math.min(FileBytes.WINDOW, span.size() - done);
            crc.update(bytes.window(span.start() + done, part));
            done += part;
        }
        return crc.getValue();
    }

    private FileCursor cursor(long start, long end) {
        if (start < 0 || end > bytes.size() || start > end) {
            throw broken("the directory at its end is not sound");
        }
        return new FileCursor(bytes, start, end);
    }

    private UserError broken(String why) {
        return new UserError("'" + bytes.file() + "' is not a sound zip file: " + why);
    }
}
