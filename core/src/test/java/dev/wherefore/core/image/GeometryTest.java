package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeometryTest {

    private static final Rectangle SQUARE = new Rectangle(110, 60, 150, 100);

    private static Preprocessing of(Resize resize, Optional<Size> crop) {
        return new Preprocessing(
                resize,
                crop,
                Filter.BILINEAR,
                Channels.RGB,
                ValueRange.ZERO_TO_ONE,
                List.of(0.0, 0.0, 0.0),
                List.of(1.0, 1.0, 1.0));
    }

    private static Stream<Arguments> preprocessings() {
        Optional<Size> crop = Optional.of(new Size(224, 224));
        return Stream.of(
                Arguments.of("crop", of(new Resize.ShorterSide(256), crop)),
                Arguments.of(
                        "crop of the picture",
                        of(new Resize.None(), Optional.of(new Size(120, 99)))),
                Arguments.of("padding", of(new Resize.None(), crop)),
                Arguments.of("squash", of(new Resize.Squash(224, 160), Optional.empty())),
                Arguments.of("letterbox", of(new Resize.Letterbox(224, 224, 0), Optional.empty())),
                Arguments.of("letterbox and crop", of(new Resize.Letterbox(300, 300, 0), crop)),
                Arguments.of("none", of(new Resize.None(), Optional.empty())));
    }

    /** A black picture with one white square. */
    private static Picture withSquare() {
        byte[] samples = new byte[3 * 150 * 260];
        for (int y = (int) SQUARE.top(); y < SQUARE.bottom(); y++) {
            for (int x = (int) SQUARE.left(); x < SQUARE.right(); x++) {
                samples[3 * (y * 260 + x)] = (byte) 255;
            }
        }
        return Picture.of(150, 260, samples, "square");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("preprocessings")
    void aBrightSquareOfTheInputLandsWhereItIsOnThePicture(
            String name, Preprocessing preprocessing) {
        Picture picture = withSquare();
        PreparedPicture prepared = preprocessing.apply(picture);

        Plane drawn = prepared.geometry().onPicture(prepared.channel(0));

        assertThat(drawn.height()).isEqualTo(150);
        assertThat(drawn.width()).isEqualTo(260);
        for (int y = 0; y < 150; y++) {
            for (int x = 0; x < 260; x++) {
                if (!prepared.geometry().covers(y, x)) {
                    assertThat(drawn.at(y, x)).isZero();
                } else if (insideBy(2, y, x)) {
                    assertThat(drawn.at(y, x)).as("%d, %d", y, x).isGreaterThan(0.9f);
                } else if (outsideBy(2, y, x)) {
                    assertThat(drawn.at(y, x)).as("%d, %d", y, x).isLessThan(0.1f);
                }
            }
        }
        assertThat(edge(drawn)).isCloseTo(SQUARE.left(), within(1.0));
    }

    private static boolean insideBy(int margin, int y, int x) {
        return x >= SQUARE.left() + margin
                && x < SQUARE.right() - margin
                && y >= SQUARE.top() + margin
                && y < SQUARE.bottom() - margin;
    }

    private static boolean outsideBy(int margin, int y, int x) {
        return x < SQUARE.left() - margin
                || x >= SQUARE.right() + margin
                || y < SQUARE.top() - margin
                || y >= SQUARE.bottom() + margin;
    }

    /** Where, along the row through the square's middle, the map rises through one half. */
    private static double edge(Plane drawn) {
        int x = 100;
        while (drawn.at(80, x) < 0.5f) {
            x++;
        }
        return x;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("preprocessings")
    void mappingThereAndBackChangesNothing(String name, Preprocessing preprocessing) {
        Geometry geometry = preprocessing.apply(withSquare()).geometry();

        Rectangle back = geometry.toPicture(geometry.toInput(SQUARE));

        assertThat(back.left()).isCloseTo(SQUARE.left(), within(1e-9));
        assertThat(back.top()).isCloseTo(SQUARE.top(), within(1e-9));
        assertThat(back.right()).isCloseTo(SQUARE.right(), within(1e-9));
        assertThat(back.bottom()).isCloseTo(SQUARE.bottom(), within(1e-9));
    }

    @Test
    void aCropSeesTheMiddleOnly() {
        Geometry geometry =
                of(new Resize.ShorterSide(256), Optional.of(new Size(224, 224)))
                        .apply(Picture.of(512, 1024, new byte[3 * 512 * 1024], "wide"))
                        .geometry();

        assertThat(geometry.covered()).isEqualTo(new Rectangle(288, 32, 736, 480));
        assertThat(geometry.toPicture(new Point(112, 112))).isEqualTo(new Point(512, 256));
        assertThat(geometry.covers(32, 288)).isTrue();
        assertThat(geometry.covers(31, 288)).isFalse();
        assertThat(geometry.covers(32, 287)).isFalse();
        assertThat(geometry.covers(479, 735)).isTrue();
        assertThat(geometry.covers(479, 736)).isFalse();
    }

    @Test
    void aLetterboxSeesTheWholePictureAndMore() {
        Geometry geometry =
                of(new Resize.Letterbox(200, 200, 0), Optional.empty())
                        .apply(Picture.of(100, 400, new byte[3 * 100 * 400], "wide"))
                        .geometry();

        assertThat(geometry.seen()).isEqualTo(new Rectangle(0, -150, 400, 250));
        assertThat(geometry.covered()).isEqualTo(new Rectangle(0, 0, 400, 100));
        assertThat(geometry.toInput(new Point(0, 0))).isEqualTo(new Point(0, 75));
    }

    @Test
    void theIdentityDrawsTheMapAsItIs() {
        Plane map = Plane.compute(3, 5, (y, x) -> y * 5 + x);

        assertThat(Geometry.identity(new Size(3, 5)).onPicture(map)).isEqualTo(map);
        assertThatThrownBy(() -> Geometry.identity(new Size(5, 3)).onPicture(map))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the map must have the input's size 5x3, found 3x5");
    }
}
