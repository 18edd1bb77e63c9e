package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wherefore.core.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderErrorsTest {

    private final PictureReader reader = new PictureReader();

    @TempDir private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void missingFilesAreNamedWithWhatIsNear() throws IOException {
        file("panda.jpg", new byte[1]);

        assertThatThrownBy(() -> reader.read(folder.resolve("pnada.jpg")))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "there is no file %s; did you mean 'panda.jpg'?",
                        folder.resolve("pnada.jpg"));
        assertThatThrownBy(() -> reader.read(folder.resolve("photos/a/panda.jpg")))
                .hasMessage(
                        "there is no file %s: there is no folder %s",
                        folder.resolve("photos/a/panda.jpg"), folder.resolve("photos"));
        assertThatThrownBy(() -> reader.read(Path.of("no-such-picture.png")))
                .hasMessage("there is no file no-such-picture.png");
    }

    @Test
    void foldersAndEmptyFilesAreNoPictures() throws IOException {
        Path empty = file("empty.png", new byte[0]);

        assertThatThrownBy(() -> reader.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessage(folder + " is a folder, not a picture");
        assertThatThrownBy(() -> reader.read(empty))
                .isInstanceOf(UserError.class)
                .hasMessage(empty + " is empty (0 bytes)");
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        Path locked = file("locked.png", Fixtures.bytes("drawing.png"));
        assumeThat(Files.getFileStore(locked).supportsFileAttributeView("posix"))
                .as("files have permissions here")
                .isTrue();
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(locked)).as("permissions hold for this user").isFalse();

        assertThatThrownBy(() -> reader.read(locked))
                .isInstanceOf(UserError.class)
                .hasMessage(locked + " may not be read: permission is denied");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html>|HTML",
                "<svg xmlns='x'/>|SVG or XML",
                "%PDF-1.7|a PDF document",
                "II*\0abcdefgh|a TIFF picture",
                "version https://git-lfs.github.com/spec/v1|a Git LFS pointer",
                "{\"a\": 1}|JSON",
                "photos/cat.jpg|text",
                "abc|no known format: 61 62 63"
            })
    void whatIsNoPictureIsToldByItsStart(String content, String what) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> reader.read(bytes, "page.jpg"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "page.jpg is not a picture Wherefore can read (it starts like %s);"
                                + " PNG, JPEG, WebP and GIF can be read",
                        what);
    }

    @ParameterizedTest
    @CsvSource({
        "drawing.png, PNG",
        "rgb.jpg, JPEG",
        "progressive.jpg, JPEG",
        "cmyk.jpg, JPEG",
        "lossy.webp, WebP",
        "lossless.webp, WebP",
        "animated-gif.gif, GIF"
    })
    void aFileCutInHalfIsDamaged(String name, String format) {
        byte[] whole = Fixtures.bytes(name);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> reader.read(half, name))
                .isInstanceOf(UserError.class)
                .hasMessage(name + " is a " + format + " picture that is cut off or damaged");
    }

    @Test
    void aJpegThatLacksItsEndIsDamagedAsForPillow() {
        byte[] whole = Fixtures.bytes("rgb.jpg");

        assertThatThrownBy(() -> reader.read(Arrays.copyOf(whole, whole.length - 2), "endless.jpg"))
                .isInstanceOf(UserError.class)
                .hasMessage("endless.jpg is a JPEG picture that is cut off or damaged");
    }

    @Test
    void aHugePictureIsRefusedByItsHeaderAlone() throws IOException {
        byte[] png = Fixtures.bytes("drawing.png");
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);

        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(png), "huge.png"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "huge.png has 60,000 x 60,000 pixels, 3,600,000,000 in all;"
                                + " at most 100,000,000 can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drawing.png", "rgb.jpg", "lossy.webp", "part.gif"})
    void theLimitIsTheConstructors(String name) {
        byte[] bytes = Fixtures.bytes(name);

        assertThat(new PictureReader(46 * 34).read(bytes, name).height()).isEqualTo(34);
        assertThatThrownBy(() -> new PictureReader(46 * 34 - 1).read(bytes, name))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("1,564 in all; at most 1,563 can be read");
        assertThatThrownBy(() -> new PictureReader(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxPixels must be from 1 to 715827882, found 0");
    }
}
