package dev.wherefore.core.experiment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG files, whole or not at all. */
public final class PngFile {

    private PngFile() {}

    /**
     * Writes a picture.
     *
     * @param picture the picture
     * @param file the file
     * @param files whether a file that exists is replaced
     * @throws dev.wherefore.core.UserError if the file exists and may not be replaced, or cannot be
     *     written
     */
    public static void write(BufferedImage picture, Path file, WholeFile files) {
        files.write(file, out -> encode(picture, out));
    }

    private static void encode(BufferedImage picture, OutputStream out) throws IOException {
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, "png", stream)) {
                throw new IOException("this picture cannot be encoded as PNG: " + picture);
            }
        }
    }
}
