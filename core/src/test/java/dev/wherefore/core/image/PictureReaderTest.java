package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.jpg",
                "progressive.jpg",
                "grey-jpeg.jpg",
                "cmyk.jpg",
                "ycck.jpg",
                "grey.png",
                "grey-alpha.png",
                "alpha.png",
                "palette.png",
                "palette-clear.png",
                "one-bit.png",
                "deep.png",
                "deep-grey.png",
                "animated-gif.gif",
                "part.gif"
            })
    void readsEveryKindAsPillowDoes(String name) {
        String expected = name.substring(0, name.lastIndexOf('.')) + ".expected.png";

        assertThat(Fixtures.largestDifference(Fixtures.picture(name), Fixtures.picture(expected)))
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossless.webp", "animated.webp", "profile.webp", "profile.png"})
    void readsLosslessFilesAsDrawnAndIgnoresColourProfiles(String name) {
        assertThat(Fixtures.picture(name).toBytes())
                .isEqualTo(Fixtures.picture("drawing.png").toBytes());
    }

    @Test
    void ignoresTheColourProfileOfJpegPictures() {
        Picture expected = Fixtures.picture("profile-jpeg.expected.png");

        assertThat(Fixtures.largestDifference(Fixtures.picture("profile-jpeg.jpg"), expected))
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"smooth, 2", "lossy, 4", "alpha, 4"})
    void readsLossyWebpWithoutATint(String name, double mean) {
        Picture expected = Fixtures.picture(name + ".expected.png");

        assertThat(Fixtures.meanDifference(Fixtures.picture(name + ".webp"), expected))
                .isLessThan(mean);
    }

    @Test
    void aFileAndAStreamGiveTheSamePictureNamedAsWritten(@TempDir Path folder) throws IOException {
        byte[] bytes = Fixtures.bytes("rgb.jpg");
        Path file = Files.write(folder.resolve("no-ending"), bytes);

        Picture fromFile = new PictureReader().read(file);
        Picture fromStream = new PictureReader().read(new ByteArrayInputStream(bytes), "upload");

        assertThat(fromFile.name()).isEqualTo(file.toString());
        assertThat(fromStream.name()).isEqualTo("upload");
        assertThat(fromFile.toBytes()).isEqualTo(fromStream.toBytes());
    }

    @Test
    void readsTheFileAsItWasLeftByTheCaller() {
        byte[] bytes = Fixtures.bytes("profile-jpeg.jpg");

        new PictureReader().read(bytes, "profile");

        assertThat(bytes).isEqualTo(Fixtures.bytes("profile-jpeg.jpg"));
    }

    @Test
    void keepsItsPixelsWhenCopiesAreChanged() {
        Picture picture = Fixtures.picture("drawing.png");
        int before = picture.rgb(3, 4);
        picture.toBytes()[3 * (3 * picture.width() + 4)] ^= 1;
        picture.toRgb()[3 * picture.width() + 4] ^= 1;
        BufferedImage image = picture.toBufferedImage();
        image.setRGB(4, 3, before ^ 1);

        assertThat(picture.rgb(3, 4)).isEqualTo(before);
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        assertThat(image.getRGB(5, 3) & 0xffffff).isEqualTo(picture.rgb(3, 5));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_INT_ARGB_PRE
            })
    void takesImagesOfAnyLayout(int type) {
        Picture drawing = Fixtures.picture("drawing.png");
        BufferedImage image = new BufferedImage(drawing.width(), drawing.height(), type);
        image.createGraphics().drawImage(drawing.toBufferedImage(), 0, 0, null);

        assertThat(Picture.of(image, "copy").toBytes()).isEqualTo(drawing.toBytes());
    }

    @Test
    void greyIsPillowsLuma() {
        assertThat(Fixtures.picture("drawing.png").grey().toBytes())
                .isEqualTo(Fixtures.picture("luma.png").toBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat_dog.jpg", "hot_dog.jpg", "horses.jpg"})
    void readsPhotographsAsJavasOwnReaderDoes(String name) throws IOException {
        Path file = Fixtures.folder("WHEREFORE_REAL").resolve("photos").resolve(name);

        assertThat(new PictureReader().read(file).toBytes())
                .isEqualTo(Picture.of(ImageIO.read(file.toFile()), name).toBytes());
    }
}
