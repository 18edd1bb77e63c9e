package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayTest {

    private final ColorMaps maps = new ColorMaps();

    @ParameterizedTest
    @ValueSource(strings = {"viridis", "inferno", "magma", "cividis"})
    void heatRisesWithoutWrappingRoundToTheColdestColour(String name) {
        Plane ramp = Plane.compute(1, 256, (y, x) -> x / 255f);
        BufferedImage black = TestPictures.plain(1, 256, 0);
        int[] drawn =
                TestPictures.colors(HeatOverlay.with(maps.sequential(name)).draw(black, ramp));
        for (int i = 1; i < drawn.length; i++) {
            assertThat(Rgb.luma(drawn[i])).isGreaterThanOrEqualTo(Rgb.luma(drawn[i - 1]) - 1);
        }
        assertThat(drawn[255])
                .isEqualTo(Rgb.mix(0, maps.sequential(name).rgb(1f), OverlayNumbers.OPACITY));
    }

    @Test
    void coldPlacesShowThePictureItself() {
        BufferedImage picture = TestPictures.of(1, 3, 0x123456, 0xff8000, 0x00ff00);
        HeatOverlay overlay = new HeatOverlay(maps.sequential("inferno"), 0.8f, 1, 0);
        Plane cold = Plane.of(1, 3, new float[] {0, Float.NaN, -2});
        assertThat(TestPictures.colors(overlay.draw(picture, cold)))
                .containsExactly(0x123456, 0xff8000, 0x00ff00);
    }

    @Test
    void opacityFollowsTheHeat() {
        ColorMap white = flat(0xffffff, false);
        HeatOverlay overlay = new HeatOverlay(white, 0.5f, 2, 0);
        BufferedImage black = TestPictures.plain(1, 3, 0);
        Plane map = Plane.of(1, 3, new float[] {0.5f, 1, 9});
        assertThat(TestPictures.colors(overlay.draw(black, map)))
                .containsExactly(0x202020, 0x808080, 0x808080);
    }

    @Test
    void greyingTakesColourAndKeepsBrightness() {
        HeatOverlay overlay = new HeatOverlay(maps.sequential("jet"), 1, 1, 1);
        BufferedImage red = TestPictures.plain(1, 1, 0xff0000);
        assertThat(TestPictures.colors(overlay.draw(red, Plane.of(1, 1, new float[] {0}))))
                .containsExactly(0x4c4c4c);
    }

    @Test
    void signedZeroIsThePictureAndSignsGetTheirColours() {
        SignedOverlay overlay = new SignedOverlay(maps.diverging("blue-white-red"), 1, 1, 0);
        BufferedImage picture = TestPictures.plain(1, 4, 0x336699);
        Plane map = Plane.of(1, 4, new float[] {-1, 0, 1, Float.NaN});
        assertThat(TestPictures.colors(overlay.draw(picture, map)))
                .containsExactly(0x0000ff, 0x336699, 0xff0000, 0x336699);
    }

    @Test
    void weakSignedValuesAreDrawnInTheColourOfTheirSign() {
        SignedOverlay overlay = SignedOverlay.with(maps.diverging("blue-white-red"));
        BufferedImage grey = TestPictures.plain(1, 2, 0x808080);
        int[] drawn =
                TestPictures.colors(overlay.draw(grey, Plane.of(1, 2, new float[] {-0.2f, 0.2f})));
        assertThat(Rgb.blue(drawn[0])).isGreaterThan(Rgb.red(drawn[0]));
        assertThat(Rgb.red(drawn[1])).isGreaterThan(Rgb.blue(drawn[1]));
    }

    /** The numbers come from the package's formula run in NumPy, float32. */
    @Test
    void gradCamBlendGivesThePackagesNumbers() {
        BufferedImage picture = TestPictures.of(2, 2, 0x0ac81e, 0xfafff0, 0x000000, 0x804020);
        Plane map = Plane.of(2, 2, new float[] {0, 1, 0.5f, 0.731f});
        assertThat(TestPictures.colors(new GradCamBlend(maps).draw(picture, map)))
                .containsExactly(0x068569, 0xfba99f, 0x53a956, 0xff8d15);
    }

    @Test
    void pictureIsNotChanged() {
        BufferedImage picture = TestPictures.plain(2, 2, 0x102030);
        Plane hot = Plane.compute(2, 2, (y, x) -> 1);
        HeatOverlay.with(maps.sequential("turbo")).draw(picture, hot);
        SignedOverlay.with(maps.diverging("coolwarm")).draw(picture, hot);
        new GradCamBlend(maps).draw(picture, hot);
        assertThat(TestPictures.colors(picture)).containsOnly(0x102030);
    }

    @Test
    void mapOfAnotherSizeIsRefused() {
        BufferedImage picture = TestPictures.plain(2, 3, 0);
        Plane map = Plane.compute(3, 2, (y, x) -> 1);
        HeatOverlay overlay = HeatOverlay.with(maps.sequential("turbo"));
        assertThatThrownBy(() -> overlay.draw(picture, map))
                .hasMessage("a map must have its picture's size of 2x3, found 3x2");
        assertThatThrownBy(() -> new GradCamBlend(maps).draw(picture, map))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersOutOfRangeAndWrongKindsOfMapAreRefused() {
        ColorMap heat = maps.sequential("magma");
        ColorMap signed = maps.diverging("coolwarm");
        assertThatThrownBy(() -> new HeatOverlay(heat, 1.1f, 1, 0)).hasMessageContaining("opacity");
        assertThatThrownBy(() -> new HeatOverlay(heat, 1, 0, 0)).hasMessageContaining("gamma");
        assertThatThrownBy(() -> new HeatOverlay(heat, 1, 1, Float.NaN))
                .hasMessageContaining("greying");
        assertThatThrownBy(() -> HeatOverlay.with(signed)).hasMessageContaining("sequential");
        assertThatThrownBy(() -> SignedOverlay.with(heat)).hasMessageContaining("diverging");
    }

    private static ColorMap flat(int rgb, boolean diverging) {
        int[] table = new int[ColorMap.SIZE];
        Arrays.fill(table, rgb);
        return new ColorMap("flat", diverging, table);
    }
}
