package dev.wherefore.core.image;

import java.awt.image.Raster;
import java.util.List;
import java.util.Set;

/**
 * Four-colour JPEG pictures: their stored samples to RGB, as Pillow and libjpeg do it. The inks are
 * taken as stored inverted, which is Adobe's way and in practice everybody's, whether or not the
 * file says so; profiles are not asked.
 */
final class CmykJpeg {

    private static final int COLOURS = 4;
    private static final int YCCK = 2;
    private static final Set<String> NO_FRAME_HEADERS = Set.of("C4", "C8", "CC");

    private CmykJpeg() {}

    /** Returns whether the frame header of a JPEG file names four components. */
    static boolean is(byte[] jpeg) {
        return Chunk.of(PictureFormat.JPEG, jpeg).stream()
                .filter(s -> s.type().startsWith("C") && !NO_FRAME_HEADERS.contains(s.type()))
                .anyMatch(s -> s.length() > 5 && jpeg[s.start() + 5] == COLOURS);
    }

    private static boolean isYcck(byte[] jpeg) {
        List<Chunk> segments = Chunk.of(PictureFormat.JPEG, jpeg);
        return segments.stream()
                .filter(s -> s.type().equals("EE") && s.startsWith(jpeg, "Adobe"))
                .anyMatch(s -> s.length() > 11 && jpeg[s.start() + 11] == YCCK);
    }

    /** Returns RGB samples {@code (height, width, 3)} for the file's undecoded colours. */
    static byte[] toRgb(byte[] jpeg, Raster stored) {
        boolean ycck = isYcck(jpeg);
        int width = stored.getWidth();
        byte[] samples = new byte[Math.multiplyExact(3, stored.getHeight() * width)];
        int[] row = new int[width * COLOURS];
        int to = 0;
        for (int y = 0; y < stored.getHeight(); y++) {
            stored.getPixels(0, y, width, 1, row);
            for (int x = 0; x < row.length; x += COLOURS) {
                if (ycck) {
                    invertYcc(row, x);
                }
                int light = row[x + 3];
                for (int c = 0; c < 3; c++) {
                    samples[to++] = (byte) (light - multiply(255 - row[x + c], light));
                }
            }
        }
        return samples;
    }

    /** Luma and chroma to the inverted inks that a CMYK file would hold. */
    private static void invertYcc(int[] row, int x) {
        int luma = row[x];
        double blue = row[x + 1] - 128;
        double red = row[x + 2] - 128;
        row[x] = 255 - clip(luma + 1.402 * red);
        row[x + 1] = 255 - clip(luma - 0.344136 * blue - 0.714136 * red);
        row[x + 2] = 255 - clip(luma + 1.772 * blue);
    }

    private static int clip(double value) {
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }

    /** The product of two 8-bit fractions, rounded. */
    private static int multiply(int a, int b) {
        int product = a * b + 128;
        return (product + (product >> 8)) >> 8;
    }
}
