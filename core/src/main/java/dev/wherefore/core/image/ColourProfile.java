package dev.wherefore.core.image;

/**
 * Hides embedded ICC colour profiles from Java's image readers, which would convert by them. Pillow
 * does not, so networks were trained on the numbers as they are stored.
 */
final class ColourProfile {

    private static final int VP8X_PROFILE_FLAG = 0x20;

    private ColourProfile() {}

    /** Returns the same file with no profile that a reader would recognise. */
    static byte[] hidden(PictureFormat format, byte[] file) {
        byte[] bytes = file.clone();
        for (Chunk chunk : Chunk.of(format, file)) {
            switch (format) {
                case JPEG -> hideSegment(chunk, bytes);
                case WEBP -> hideChunk(chunk, bytes);
                case PNG, GIF -> {}
            }
        }
        return bytes;
    }

    private static void hideSegment(Chunk segment, byte[] bytes) {
        if (segment.type().equals("E2") && segment.startsWith(bytes, "ICC_PROFILE")) {
            bytes[segment.start()] = 'x';
        }
    }

    private static void hideChunk(Chunk chunk, byte[] bytes) {
        if (chunk.type().equals("ICCP")) {
            bytes[chunk.start() - 8] = 'x';
        } else if (chunk.type().equals("VP8X") && chunk.length() > 0) {
            bytes[chunk.start()] &= ~VP8X_PROFILE_FLAG;
        }
    }
}
