package dev.wherefore.core.image;

import dev.wherefore.core.UserError;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Turns one file's bytes, of a known format, into an upright picture. */
final class PictureDecoder {

    private final PictureFormat format;
    private final byte[] bytes;
    private final String name;
    private final long maxPixels;

    PictureDecoder(PictureFormat format, byte[] bytes, String name, long maxPixels) {
        this.format = format;
        this.bytes = bytes;
        this.name = name;
        this.maxPixels = maxPixels;
    }

    /** Returns the picture, oriented as EXIF says. */
    Picture decode() {
        if (format == PictureFormat.WEBP && !Chunk.isWholeRiff(bytes)) {
            throw damaged(new EOFException("the file is shorter than it says"));
        }
        ImageReader reader = reader();
        try (PatientInput input = new PatientInput(ColourProfile.hidden(format, bytes))) {
            reader.setInput(input, true, true);
            Optional<GifFrame> frame =
                    format == PictureFormat.GIF ? GifFrame.first(bytes) : Optional.empty();
            checkSize(
                    frame.map(GifFrame::width).orElse(reader.getWidth(0)),
                    frame.map(GifFrame::height).orElse(reader.getHeight(0)));
            Picture stored = read(reader);
            Picture whole = frame.map(f -> f.onCanvas(stored)).orElse(stored);
            return Orientation.of(format, bytes).apply(whole);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UserError error) {
                throw error;
            }
            throw damaged(e);
        } catch (OutOfMemoryError e) {
            throw new PictureError(
                    PictureError.Fault.TOO_LARGE,
                    "%s is too large for the memory that Java may use (%,d MB); give it more with -Xmx"
                            .formatted(name, Runtime.getRuntime().maxMemory() >> 20),
                    e);
        } finally {
            reader.dispose();
        }
    }

    private ImageReader reader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.readerName());
        if (!readers.hasNext()) {
            throw new IllegalStateException(
                    "no reader for " + format.title() + " pictures is on the class path");
        }
        return readers.next();
    }

    private void checkSize(int width, int height) {
        if ((long) width * height > maxPixels) {
            throw new PictureError(
                    PictureError.Fault.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "%s has %,d x %,d pixels, %,d in all; at most %,d can be read",
                            name,
                            width,
                            height,
                            (long) width * height,
                            maxPixels));
        }
    }

    private Picture read(ImageReader reader) throws IOException {
        TruncationWarnings warnings = new TruncationWarnings();
        reader.addIIOReadWarningListener(warnings);
        Picture picture;
        if (format == PictureFormat.JPEG && CmykJpeg.is(bytes)) {
            var raster = reader.readRaster(0, null);
            byte[] samples = CmykJpeg.toRgb(bytes, raster);
            picture = Picture.owning(raster.getHeight(), raster.getWidth(), samples, name);
        } else {
            BufferedImage image = reader.read(0);
            picture = Picture.of(image, name);
        }
        warnings.check();
        return picture;
    }

    private UserError damaged(Exception cause) {
        return new PictureError(
                PictureError.Fault.DAMAGED,
                name + " is a " + format.title() + " picture that is cut off or damaged",
                cause);
    }
}
