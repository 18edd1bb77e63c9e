package dev.wherefore.core.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the first frame of a GIF file lies on the canvas that the file shows.
 *
 * @param top the frame's first row on the canvas
 * @param left the frame's first column on the canvas
 * @param height the canvas's number of rows, enough for the frame
 * @param width the canvas's number of columns, enough for the frame
 */
record GifFrame(int top, int left, int height, int width) {

    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;

    /** Returns the place of the first frame, or nothing where the file ends before it. */
    static Optional<GifFrame> first(byte[] gif) {
        ByteBuffer file = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
        int at = HEADER;
        if (gif.length > HEADER && gif[10] < 0) {
            at += 3 << ((gif[10] & 7) + 1);
        }
        while (at + 2 < gif.length && gif[at] == EXTENSION) {
            at += 2;
            while (at < gif.length && gif[at] != 0) {
                at += 1 + (gif[at] & 0xff);
            }
            at++;
        }
        if (at + 9 > gif.length || gif[at] != IMAGE) {
            return Optional.empty();
        }
        int left = Short.toUnsignedInt(file.getShort(at + 1));
        int top = Short.toUnsignedInt(file.getShort(at + 3));
        int right = left + Short.toUnsignedInt(file.getShort(at + 5));
        int bottom = top + Short.toUnsignedInt(file.getShort(at + 7));
        int width = Math.max(right, Short.toUnsignedInt(file.getShort(6)));
        int height = Math.max(bottom, Short.toUnsignedInt(file.getShort(8)));
        return Optional.of(new GifFrame(top, left, height, width));
    }

    /** Returns the canvas with the frame on it; the rest is white, as if transparent. */
    Picture onCanvas(Picture frame) {
        if (frame.height() == height && frame.width() == width) {
            return frame;
        }
        byte[] canvas = new byte[Math.multiplyExact(3, Math.multiplyExact(height, width))];
        Arrays.fill(canvas, (byte) 255);
        int length = 3 * frame.width();
        for (int y = 0; y < frame.height(); y++) {
            System.arraycopy(
                    frame.samples(), y * length, canvas, 3 * ((top + y) * width + left), length);
        }
        return Picture.owning(height, width, canvas, frame.name());
    }
}
