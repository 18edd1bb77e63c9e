package dev.wherefore.core.image;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads PNG, JPEG, WebP and GIF pictures into 8-bit RGB, as a network is to see them.
 *
 * <ul>
 *   <li>The format is told by the content, not by the file's name.
 *   <li>EXIF's orientation is applied: the picture is upright.
 *   <li>Grey becomes three equal colours; 16 bits are scaled to 8 and rounded; what is transparent
 *       is laid over white; of an animation the first frame is taken.
 *   <li>Embedded colour profiles are ignored, as Pillow does. CMYK and YCCK are converted by
 *       Pillow's formula.
 *   <li>The number of pixels is checked before anything is decoded. Nothing is cached on disk.
 * </ul>
 *
 * <p>Whatever is wrong with a file is a {@link UserError} that names it. Readers keep no state and
 * may be shared by threads.
 */
public final class PictureReader {

    /** The most pixels that are read where nothing else is said. */
    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    private static final long MOST_PIXELS = Integer.MAX_VALUE / 3;
    private static final int MAX_BYTES = 1 << 29;

    private final long maxPixels;

    /** Constructs a reader of pictures of at most {@link #DEFAULT_MAX_PIXELS}. */
    public PictureReader() {
        this(DEFAULT_MAX_PIXELS);
    }

    /**
     * Constructs a reader.
     *
     * @param maxPixels the most pixels a picture may have, from 1 to 715,827,882 (as many as a Java
     *     array has room for)
     * @throws IllegalArgumentException if it is less or more
     */
    public PictureReader(long maxPixels) {
        if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "maxPixels must be from 1 to " + MOST_PIXELS + ", found " + maxPixels);
        }
        this.maxPixels = maxPixels;
    }

    /**
     * Returns the picture in a file.
     *
     * @param file the file; the picture is named as it is written here
     * @return the picture, upright
     * @throws UserError if there is no such file, it may not be read, or is no picture that can be
     */
    public Picture read(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a folder, not a picture");
        }
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, file.toString());
        } catch (NoSuchFileException e) {
            throw new UserError(MissingFile.sentence(file), e);
        } catch (AccessDeniedException e) {
            throw new UserError(file + " may not be read: permission is denied", e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /**
     * Returns the picture in a stream.
     *
     * @param input the content of a picture file, read to its end and left open
     * @param name what to call the picture in messages
     * @return the picture, upright
     * @throws UserError if it is no picture that can be read
     * @throws IOException if the stream itself fails
     */
    public Picture read(InputStream input, String name) throws IOException {
        byte[] start = input.readNBytes(PictureFormat.BYTES_TO_TELL);
        format(start, name);
        byte[] rest = input.readNBytes(MAX_BYTES - start.length);
        if (input.read() >= 0) {
            throw new PictureError(
                    PictureError.Fault.TOO_LARGE,
                    "%s has more than %d MB, too much for a picture"
                            .formatted(name, MAX_BYTES >> 20));
        }
        byte[] bytes = new byte[start.length + rest.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(rest, 0, bytes, start.length, rest.length);
        return read(bytes, name);
    }

    /**
     * Returns the picture in a file's bytes.
     *
     * @param bytes the content of a picture file
     * @param name what to call the picture in messages
     * @return the picture, upright
     * @throws UserError if it is no picture that can be read
     */
    public Picture read(byte[] bytes, String name) {
        return new PictureDecoder(format(bytes, name), bytes, name, maxPixels).decode();
    }

    private static PictureFormat format(byte[] bytes, String name) {
        if (bytes.length == 0) {
            throw new PictureError(PictureError.Fault.NO_PICTURE, name + " is empty (0 bytes)");
        }
        Optional<PictureFormat> format = PictureFormat.of(bytes);
        return format.orElseThrow(
                () ->
                        new PictureError(
                                PictureError.Fault.NO_PICTURE,
                                name
                                        + " is not a picture Wherefore can read (it starts like "
                                        + PictureFormat.describe(bytes)
                                        + "); PNG, JPEG, WebP and GIF can be read"));
    }
}
