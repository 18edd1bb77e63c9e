package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    private static final Picture STORED = Fixtures.picture("rgb.jpg");

    /** Where the stored picture's first pixel and the one to its right are seen, upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 34, 46, 0, 0, 0, 1",
        "2, 34, 46, 0, 45, 0, 44",
        "3, 34, 46, 33, 45, 33, 44",
        "4, 34, 46, 33, 0, 33, 1",
        "5, 46, 34, 0, 0, 1, 0",
        "6, 46, 34, 0, 33, 1, 33",
        "7, 46, 34, 45, 33, 44, 33",
        "8, 46, 34, 45, 0, 44, 0"
    })
    void jpegPicturesAreTurnedUpright(
            int tag, int height, int width, int y, int x, int nextY, int nextX) {
        Picture upright = read(jpeg(exif(tag)));

        assertThat(Size.of(upright)).isEqualTo(new Size(height, width));
        for (int row = 0; row < STORED.height(); row++) {
            for (int column = 0; column < STORED.width(); column++) {
                int stepY = nextY - y;
                int stepX = nextX - x;
                int downY = stepX == 0 ? 0 : (y == 0 ? 1 : -1);
                int downX = stepX == 0 ? (x == 0 ? 1 : -1) : 0;
                assertThat(
                                upright.rgb(
                                        y + column * stepY + row * downY,
                                        x + column * stepX + row * downX))
                        .isEqualTo(STORED.rgb(row, column));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65535})
    void aNonsenseOrientationIsIgnored(int tag) {
        assertThat(read(jpeg(exif(tag))).toBytes()).isEqualTo(STORED.toBytes());
    }

    @Test
    void brokenExifIsIgnored() {
        byte[] broken = exif(6);
        ByteBuffer.wrap(broken).putInt(10, 0xffffff00);

        assertThat(read(jpeg(broken)).toBytes()).isEqualTo(STORED.toBytes());
    }

    @Test
    void pngAndWebpPicturesAreTurnedToo() {
        Picture drawing = Fixtures.picture("drawing.png");

        Picture png = read(png(exif(6)));
        Picture webp = read(webp(exif(6)));

        assertThat(Size.of(png)).isEqualTo(new Size(46, 34));
        assertThat(png.rgb(0, 33)).isEqualTo(drawing.rgb(0, 0));
        assertThat(png.rgb(10, 4)).isEqualTo(drawing.rgb(29, 10));
        assertThat(webp.toBytes()).isEqualTo(png.toBytes());
    }

    private static Picture read(byte[] bytes) {
        return new PictureReader().read(bytes, "turned");
    }

    /** A TIFF header and one directory with the one tag 274, after EXIF's preamble. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static byte[] jpeg(byte[] exif) {
        byte[] header =
                ByteBuffer.allocate(4)
                        .putShort((short) 0xffe1)
                        .putShort((short) (exif.length + 2))
                        .array();
        return spliced(Fixtures.bytes("rgb.jpg"), 2, header, exif);
    }

    private static byte[] png(byte[] exif) {
        byte[] tiff = withoutPreamble(exif);
        byte[] type = "eXIf".getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(tiff);
        return spliced(
                Fixtures.bytes("drawing.png"),
                33,
                integer(tiff.length),
                type,
                tiff,
                integer((int) sum.getValue()));
    }

    private static byte[] webp(byte[] exif) {
        byte[] tiff = withoutPreamble(exif);
        byte[] file = Fixtures.bytes("profile.webp");
        byte[] type = "EXIF".getBytes(StandardCharsets.ISO_8859_1);
        byte[] length = integer(Integer.reverseBytes(tiff.length));
        byte[] longer = spliced(file, file.length, type, length, tiff);
        ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(4, longer.length - 8);
        longer[20] |= 0x08;
        return longer;
    }

    private static byte[] withoutPreamble(byte[] exif) {
        return Arrays.copyOfRange(exif, 6, exif.length);
    }

    private static byte[] integer(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] spliced(byte[] file, int at, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }
}
