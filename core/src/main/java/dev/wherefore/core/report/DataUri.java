package dev.wherefore.core.report;

import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as addresses that hold them, so that a page needs no other file. */
final class DataUri {

    private static final float QUALITY = 0.85f;

    private DataUri() {}

    /** A picture as {@code data:image/jpeg}. */
    static String jpeg(BufferedImage picture) {
        return uri("image/jpeg", jpegBytes(picture));
    }

    private static byte[] jpegBytes(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be encoded as JPEG", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * A plane as an 8-bit grey {@code data:image/png}.
     *
     * @param plane in [0, 1]; others are clipped, and what is no number is 0
     */
    static String grey(Plane plane) {
        BufferedImage picture =
                new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] levels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < levels.length; i++) {
            float value = plane.at(i / plane.width(), i % plane.width());
            levels[i] = (byte) Math.round(255 * Math.max(0, Math.min(value, 1)));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("a map could not be encoded as PNG", e);
        }
        return uri("image/png", bytes.toByteArray());
    }

    private static String uri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
