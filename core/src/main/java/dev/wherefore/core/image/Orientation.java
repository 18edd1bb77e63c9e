package dev.wherefore.core.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a camera was held: what EXIF's orientation tag (1 to 8) says must be done to the stored
 * pixels to see the picture upright.
 *
 * @param transposed whether rows and columns change places
 * @param fromBelow whether the stored rows are walked from the last
 * @param fromRight whether the stored columns are walked from the last
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf">EXIF 2.3, tag 274</a>
 */
record Orientation(boolean transposed, boolean fromBelow, boolean fromRight) {

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    private static final String EXIF = "Exif\0\0";

    /** Returns what the file says; upright where it says nothing or nonsense. */
    static Orientation of(PictureFormat format, byte[] bytes) {
        return exif(format, bytes).map(Orientation::ofExif).orElse(UPRIGHT);
    }

    private static Orientation ofTag(int tag) {
        return switch (tag) {
            case 2 -> new Orientation(false, false, true);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, true, false);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    private static Optional<byte[]> exif(PictureFormat format, byte[] bytes) {
        for (Chunk chunk : Chunk.of(format, bytes)) {
            boolean preamble = chunk.startsWith(bytes, EXIF);
            boolean wanted =
                    switch (format) {
                        case JPEG -> preamble && chunk.type().equals("E1");
                        case PNG -> chunk.type().equals("eXIf");
                        case WEBP -> chunk.type().equals("EXIF");
                        case GIF -> false;
                    };
            if (wanted) {
                int start = chunk.start() + (preamble ? EXIF.length() : 0);
                return Optional.of(
                        Arrays.copyOfRange(bytes, start, chunk.start() + chunk.length()));
            }
        }
        return Optional.empty();
    }

    private static Orientation ofExif(byte[] exif) {
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(exif), metadata);
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (directory == null) {
            return UPRIGHT;
        }
        Integer tag = directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return tag == null ? UPRIGHT : ofTag(tag);
    }

    /** Returns the picture as it is seen upright. */
    Picture apply(Picture stored) {
        if (equals(UPRIGHT)) {
            return stored;
        }
        int height = transposed ? stored.width() : stored.height();
        int width = transposed ? stored.height() : stored.width();
        byte[] from = stored.samples();
        byte[] upright = new byte[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = transposed ? x : y;
                int column = transposed ? y : x;
                int storedRow = fromBelow ? stored.height() - 1 - row : row;
                int storedColumn = fromRight ? stored.width() - 1 - column : column;
                int at = 3 * (storedRow * stored.width() + storedColumn);
                System.arraycopy(from, at, upright, 3 * (y * width + x), 3);
            }
        }
        return Picture.owning(height, width, upright, stored.name());
    }
}
