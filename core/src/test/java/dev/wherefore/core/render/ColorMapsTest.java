package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorMapsTest {

    private static final double ROUNDING = 0.001;

    private final ColorMaps maps = new ColorMaps();

    @Test
    void allMapsAreThere() {
        assertThat(maps.names(false))
                .containsExactly("cividis", "inferno", "jet", "magma", "turbo", "viridis");
        assertThat(maps.names(true)).containsExactly("blue-orange", "blue-white-red", "coolwarm");
    }

    @ParameterizedTest
    @CsvSource({
        "viridis, 440154, fde725",
        "inferno, 000004, fcffa4",
        "magma, 000004, fcfdbf",
        "cividis, 00224e, fee838",
        "turbo, 30123b, 7a0403",
        "jet, 000080, 800000"
    })
    void zeroIsTheColdestColourAndOneTheHottest(String name, String coldest, String hottest) {
        ColorMap map = maps.sequential(name);
        assertThat(map.rgb(0f)).isEqualTo(Integer.parseInt(coldest, 16)).isEqualTo(map.rgb(-3f));
        assertThat(map.rgb(1f)).isEqualTo(Integer.parseInt(hottest, 16)).isEqualTo(map.rgb(7f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viridis", "inferno", "magma", "cividis"})
    void luminanceRisesAllTheWay(String name) {
        ColorMap map = maps.sequential(name);
        for (int i = 1; i < ColorMap.SIZE; i++) {
            double here = luminance(map.rgb(i / 255f));
            assertThat(here)
                    .as("colour %d of %s, but for the rounding to 8 bits", i, name)
                    .isGreaterThan(luminance(map.rgb((i - 1) / 255f)) - ROUNDING);
            assertThat(here)
                    .as("colour %d of %s against four before", i, name)
                    .isGreaterThan(i < 4 ? -1 : luminance(map.rgb((i - 4) / 255f)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "coolwarm, 3b4cc0, b40426",
        "blue-white-red, 0000ff, ff0000",
        "blue-orange, 0057c8, e66100"
    })
    void signedMapsGoFromBlueThroughPaleToRed(String name, String negative, String positive) {
        ColorMap map = maps.diverging(name);
        assertThat(map.signedRgb(-1f)).isEqualTo(Integer.parseInt(negative, 16));
        assertThat(map.signedRgb(1f)).isEqualTo(Integer.parseInt(positive, 16));
        int middle = map.signedRgb(0f);
        assertThat(Rgb.luma(middle)).isGreaterThan(200);
        assertThat(Math.abs(Rgb.red(middle) - Rgb.blue(middle))).isLessThan(6);
    }

    @Test
    void notANumberIsGrey() {
        assertThat(maps.sequential("jet").rgb(Float.NaN)).isEqualTo(ColorMap.NAN_RGB);
        assertThat(maps.diverging("coolwarm").signedRgb(Float.NaN)).isEqualTo(ColorMap.NAN_RGB);
    }

    @Test
    void misspeltNameIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> maps.sequential("virdis"))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no sequential colour map 'virdis'; did you mean 'viridis'?");
    }

    @Test
    void strangeNameIsAnsweredWithAllNames() {
        assertThatThrownBy(() -> maps.diverging("zzz"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "there is no diverging colour map 'zzz'; there are blue-orange,"
                                + " blue-white-red, coolwarm");
    }

    @Test
    void signedMapIsNoHeatMap() {
        assertThatThrownBy(() -> maps.sequential("coolwarm")).isInstanceOf(UserError.class);
    }

    @Test
    void aMapCannotBeChangedFromOutside() {
        int[] table = new int[ColorMap.SIZE];
        ColorMap map = new ColorMap("black", false, table);
        table[0] = 0xffffff;
        assertThat(map.rgb(0f)).isZero();
    }

    private static double luminance(int rgb) {
        double[] linear =
                Stream.of(Rgb.red(rgb), Rgb.green(rgb), Rgb.blue(rgb))
                        .mapToDouble(c -> c / 255.0)
                        .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                        .toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
