package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {

    private static final Picture DRAWING = Fixtures.picture("drawing.png");

    private static Preprocessing plain(Resize resize, Optional<Size> crop) {
        return with(resize, crop, Channels.RGB, ValueRange.ZERO_TO_ONE, List.of(0.0, 0.0, 0.0));
    }

    private static Preprocessing with(
            Resize resize,
            Optional<Size> crop,
            Channels channels,
            ValueRange range,
            List<Double> mean) {
        List<Double> std = mean.stream().map(m -> 1.0).toList();
        return new Preprocessing(resize, crop, Filter.BILINEAR, channels, range, mean, std);
    }

    private static Picture picture(int height, int width) {
        return Picture.of(height, width, new byte[3 * height * width], "plain");
    }

    @ParameterizedTest
    @CsvSource({"20, 15, 18", "16, 21, 40"})
    void shorterSideAndCropOrPaddingAreTorchvisions(int side, int height, int width) {
        PreparedPicture prepared =
                plain(new Resize.ShorterSide(side), Optional.of(new Size(height, width)))
                        .apply(DRAWING);

        Picture expected =
                Fixtures.picture("resize%d-crop%dx%d.png".formatted(side, height, width));
        assertThat(prepared.seen().toBytes()).isEqualTo(expected.toBytes());
    }

    @Test
    void aCropLargerThanThePicturePadsItAsTorchvisionDoes() {
        PreparedPicture prepared =
                plain(new Resize.None(), Optional.of(new Size(41, 53))).apply(DRAWING);

        assertThat(prepared.seen().toBytes())
                .isEqualTo(Fixtures.picture("crop41x53.png").toBytes());
    }

    /** The numbers are torchvision's (ToTensor, Normalize) on this picture. */
    @Test
    void imagenetGivesTorchvisionsNumbers() {
        PreparedPicture prepared = Preprocessing.imagenet().apply(DRAWING);

        assertThat(prepared.channels()).isEqualTo(3);
        assertThat(prepared.channelsFirst()).hasSize(3 * 224 * 224);
        assertThat(prepared.channel(0).at(0, 0)).isEqualTo(-1.0561693f);
        assertThat(prepared.channel(1).at(100, 37)).isEqualTo(1.6232493f);
        assertThat(prepared.channel(2).at(223, 223)).isEqualTo(-0.5844008f);
        assertThat(prepared.channelsFirst()[224 * 224 + 100 * 224 + 37])
                .isEqualTo(prepared.channel(1).at(100, 37));
    }

    @Test
    void imagenetSeesPhotographsAsTorchvisionDoes() {
        Path reference = Fixtures.folder("WHEREFORE_REFERENCE").resolve("preprocess");
        Path photos = Fixtures.folder("WHEREFORE_REAL").resolve("photos");
        PictureReader reader = new PictureReader();

        Picture seen =
                Preprocessing.imagenet().apply(reader.read(photos.resolve("cat_dog.jpg"))).seen();

        assertThat(
                        Fixtures.largestDifference(
                                seen, reader.read(reference.resolve("resize256-crop224.png"))))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void coloursComeInTheOrderAndRangeWanted() {
        Picture one = Picture.of(1, 1, new byte[] {10, 20, (byte) 200}, "one");

        float[] caffe =
                with(
                                new Resize.None(),
                                Optional.empty(),
                                Channels.BGR,
                                ValueRange.ZERO_TO_255,
                                List.of(100.0, 7.0, 0.5))
                        .apply(one)
                        .channelsFirst();
        PreparedPicture grey =
                with(
                                new Resize.None(),
                                Optional.empty(),
                                Channels.GREY,
                                ValueRange.ZERO_TO_ONE,
                                List.of(0.0))
                        .apply(one);

        assertThat(caffe).containsExactly(100, 13, 9.5f);
        assertThat(grey.channelsFirst()).containsExactly(38 / 255f);
        assertThat(grey.seen().rgb(0, 0)).isEqualTo(0x262626);
    }

    @Test
    void letterboxKeepsProportionsAndFillsTheRest() {
        PreparedPicture prepared =
                plain(new Resize.Letterbox(20, 20, 0x123456), Optional.empty())
                        .apply(picture(10, 40));

        assertThat(prepared.height()).isEqualTo(20);
        assertThat(prepared.width()).isEqualTo(20);
        for (int y = 0; y < 20; y++) {
            int expected = y >= 7 && y < 12 ? 0 : 0x123456;
            assertThat(prepared.seen().rgb(y, 0)).as("row %d", y).isEqualTo(expected);
            assertThat(prepared.seen().rgb(y, 19)).as("row %d", y).isEqualTo(expected);
        }
    }

    @Test
    void aThreadOfAPictureIsCroppedWithoutResizingTheRest() {
        Picture thread = picture(1, 200_000);

        PreparedPicture prepared = Preprocessing.imagenet().apply(thread);

        assertThat(prepared.seen().width()).isEqualTo(224);
        assertThatThrownBy(() -> plain(new Resize.ShorterSide(256), Optional.empty()).apply(thread))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "plain is 1x200000, and after resizing (shorter-side) it would have more"
                                + " than 100 million pixels");
    }

    @Test
    void wrongNumbersAreRefusedWithWhatMustHold() {
        refuses(() -> new Resize.ShorterSide(0), "size must be at least 1, found 0");
        refuses(() -> new Resize.Squash(3, 0), "height and width must be at least 1, found 3x0");
        refuses(
                () -> new Resize.Letterbox(3, 3, -1),
                "fill must be a colour from 0x000000 to 0xffffff, found 0xffffffff");
        refuses(
                () -> plain(new Resize.None(), Optional.of(new Size(0, 2))),
                "height and width must be at least 1, found 0x2");
        refuses(
                () ->
                        with(
                                new Resize.None(),
                                Optional.empty(),
                                Channels.BGR,
                                ValueRange.ZERO_TO_ONE,
                                List.of(0.5)),
                "mean must have 3 number(s), one for each channel of bgr, found [0.5]");
        refuses(
                () ->
                        new Preprocessing(
                                new Resize.None(),
                                Optional.empty(),
                                Filter.BICUBIC,
                                Channels.GREY,
                                ValueRange.ZERO_TO_ONE,
                                List.of(0.5),
                                List.of(0.0)),
                "std must be greater than 0 and finite, found [0.0]");
        refuses(
                () ->
                        with(
                                new Resize.None(),
                                Optional.empty(),
                                Channels.GREY,
                                ValueRange.ZERO_TO_ONE,
                                List.of(Double.NaN)),
                "mean must be finite, found [NaN]");
    }

    private static void refuses(ThrowingCallable construction, String message) {
        assertThatThrownBy(construction)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void everyChoiceHasItsConfigName() {
        assertThat(Channels.values())
                .extracting(Channels::configName)
                .containsExactly("rgb", "bgr", "grey");
        assertThat(ValueRange.values())
                .extracting(ValueRange::configName)
                .containsExactly("zero-to-one", "zero-to-255");
        assertThat(
                        List.of(
                                new Resize.ShorterSide(1),
                                new Resize.Squash(1, 1),
                                new Resize.Letterbox(1, 1, 0),
                                new Resize.None()))
                .extracting(Resize::configName)
                .containsExactly("shorter-side", "squash", "letterbox", "none");
    }
}
