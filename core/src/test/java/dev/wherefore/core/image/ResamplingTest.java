package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplingTest {

    @ParameterizedTest
    @CsvSource({
        "BILINEAR, 5, 7", "BILINEAR, 15, 20", "BILINEAR, 11, 46", "BILINEAR, 47, 61",
        "BILINEAR, 34, 150", "BICUBIC, 5, 7", "BICUBIC, 15, 20", "BICUBIC, 11, 46",
        "BICUBIC, 47, 61", "BICUBIC, 34, 150"
    })
    void resizesUpAndDownToPillowsVeryPixels(Filter filter, int height, int width) {
        Picture resized = Resampling.resize(Fixtures.picture("drawing.png"), height, width, filter);

        Picture pillows =
                Fixtures.picture("%s-%dx%d.png".formatted(filter.configName(), height, width));
        assertThat(resized.toBytes()).isEqualTo(pillows.toBytes());
    }

    @ParameterizedTest
    @EnumSource
    void aPartIsThatPartOfTheWhole(Filter filter) {
        Picture drawing = Fixtures.picture("drawing.png");
        Picture whole = Resampling.resize(drawing, 21, 67, filter);

        Picture part = Resampling.resize(drawing, new Size(21, 67), filter, 5, 11, new Size(9, 30));

        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 30; x++) {
                assertThat(part.rgb(y, x)).isEqualTo(whole.rgb(y + 5, x + 11));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameSizeChangesNothing(Filter filter) {
        Picture drawing = Fixtures.picture("drawing.png");

        assertThat(Resampling.resize(drawing, 34, 46, filter).toBytes())
                .isEqualTo(drawing.toBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "squash224.png, 224, 224, BILINEAR",
        "up600.png, 600, 700, BILINEAR",
        "bicubic384.png, 384, 384, BICUBIC"
    })
    void photographsAreResizedAsTorchvisionDoes(
            String expected, int height, int width, Filter filter) {
        Path reference = Fixtures.folder("WHEREFORE_REFERENCE").resolve("preprocess");
        Path photos = Fixtures.folder("WHEREFORE_REAL").resolve("photos");
        PictureReader reader = new PictureReader();

        Picture resized =
                Resampling.resize(
                        reader.read(photos.resolve("cat_dog.jpg")), height, width, filter);

        assertThat(Fixtures.largestDifference(resized, reader.read(reference.resolve(expected))))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void filtersHaveTheirConfigNames() {
        assertThat(Filter.values())
                .extracting(Filter::configName)
                .containsExactly("bilinear", "bicubic");
    }
}
