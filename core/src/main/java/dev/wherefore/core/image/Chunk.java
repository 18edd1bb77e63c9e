package dev.wherefore.core.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of a picture file: a PNG or WebP chunk (its type has four letters) or a JPEG segment
 * (its type is the marker's second byte, {@code "E1"} for APP1).
 *
 * @param type what it is
 * @param start where its content starts in the file
 * @param length how many bytes its content has, all within the file
 */
record Chunk(String type, int start, int length) {

    private static final int JPEG_START_OF_SCAN = 0xda;

    /** Returns the parts of a file in their order, as far as the file is whole. */
    static List<Chunk> of(PictureFormat format, byte[] bytes) {
        return switch (format) {
            case PNG -> chunks(bytes, 8, true);
            case WEBP -> chunks(bytes, 12, false);
            case JPEG -> segments(bytes);
            case GIF -> List.of();
        };
    }

    /** Returns whether a WebP file is as long as its header says. */
    static boolean isWholeRiff(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.length >= 8 + Integer.toUnsignedLong(file.getInt(4));
    }

    /** Returns whether the content starts with this text. */
    boolean startsWith(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return length >= wanted.length
                && ByteBuffer.wrap(bytes, start, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    private static List<Chunk> chunks(byte[] bytes, int first, boolean png) {
        ByteBuffer file =
                ByteBuffer.wrap(bytes).order(png ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        List<Chunk> chunks = new ArrayList<>();
        long at = first;
        while (at + 8 <= bytes.length) {
            int here = (int) at;
            long length = Integer.toUnsignedLong(file.getInt(png ? here : here + 4));
            if (at + 8 + length > bytes.length) {
                break;
            }
            String type = new String(bytes, png ? here + 4 : here, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(type, here + 8, (int) length));
            at += 8 + length + (png ? 4 : length & 1);
        }
        return chunks;
    }

    private static List<Chunk> segments(byte[] bytes) {
        List<Chunk> segments = new ArrayList<>();
        int at = 2;
        while (at + 4 <= bytes.length) {
            int marker = bytes[at + 1] & 0xff;
            if (bytes[at] != (byte) 0xff || marker == 0xff) {
                at++;
                continue;
            }
            int length = (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
            if (marker == JPEG_START_OF_SCAN || length < 2 || at + 2 + length > bytes.length) {
                break;
            }
            segments.add(new Chunk("%02X".formatted(marker), at + 4, length - 2));
            at += 2 + length;
        }
        return segments;
    }
}
