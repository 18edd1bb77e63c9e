package dev.wherefore.core.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.coco.Rle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The run lengths and areas are those that pycocotools 2.0.11 gives for the same polygons. */
class PolygonFillTest {

    private static final float[] STAR = {
        50.0f, 24.0f, 37.28f, 29.29f, 36.18f, 43.02f, 27.22f, 32.56f, 13.82f, 35.76f,
        21.0f, 24.0f, 13.82f, 12.24f, 27.22f, 15.44f, 36.18f, 4.98f, 37.28f, 18.71f
    };
    private static final float[] OTHER_STAR = {
        58.3f, 30.2f, 49.98f, 32.93f, 53.03f, 41.15f, 45.7f, 36.34f, 41.18f, 43.85f, 40.37f,
        35.13f, 31.69f, 36.27f, 38.0f, 30.2f, 31.69f, 24.13f, 40.37f, 25.27f, 41.18f, 16.55f,
        45.7f, 24.06f, 53.03f, 19.25f, 49.98f, 27.47f
    };

    /** How many pixels differ; asserts that each has another sort of pixel beside it in theirs. */
    private static int difference(int width, int height, String theirs, float[]... polygons) {
        Mask wanted = Rle.decode(theirs, width, height);
        Mask found = new Segmentation.Polygons(List.of(polygons)).mask(width, height);
        int differing = 0;
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            if (wanted.contains(x, y) != found.contains(x, y)) {
                assertThat(isAtTheEdge(wanted, x, y)).as("%s, %s", x, y).isTrue();
                differing++;
            }
        }
        return differing;
    }

    private static boolean isAtTheEdge(Mask mask, int x, int y) {
        for (int i = 0; i < 9; i++) {
            if (mask.contains(x + i % 3 - 1, y + i / 3 - 1) != mask.contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void rectanglesAreFilledAsPycocotoolsFillsThem() {
        float[] whole = {2, 3, 12, 3, 12, 11, 2, 11};
        assertThat(difference(20, 16, "S18800000000000000000m3", whole)).isZero();
        float[] halves = {2.5f, 3.5f, 12.25f, 3.5f, 12.25f, 11.75f, 2.5f, 11.75f};
        assertThat(difference(20, 16, "d188000000000000000l3", halves)).isZero();
    }

    @Test
    void otherPolygonsDifferByAFewPixelsAtTheEdge() {
        assertThat(
                        difference(
                                64,
                                48,
                                "\\e01f0031I082D0<1B0>2^O0c00ZO1g01VO0j0;000O2O000000O2N2M3N2N3M2N2"
                                        + "N22J=\\O:01N101N10001N101N1000ie0",
                                STAR))
                .isEqualTo(6);
        assertThat(
                        difference(
                                64,
                                48,
                                "\\e01f0031I082D0<1B0>2^O0c00ZO1g01VO0j0;000O2O000000O2N2M3N2N3M2N2"
                                        + "N22J=]OUOJn0;2O01L:KM2M4L2O2O00O2N2OCTO0O0l0NXO10Of0N]O3"
                                        + "0Ml029O101Ob9",
                                STAR,
                                OTHER_STAR))
                .isEqualTo(9);
        float[] crossing = {5, 5, 50, 40, 50, 5, 5, 40};
        assertThat(
                        difference(
                                64,
                                48,
                                "e7S1>N2N2N1O2O1N2N2N101N2N2N1O2O1N2N2N101N2N2Na10_N2N2N2O0O2N2N2N1"
                                        + "01N2N2N2O0O2N2N2N101N2N2N2jd0",
                                crossing))
                .isEqualTo(8);
    }

    @Test
    void whatLiesBeyondTheImageIsCutOff() {
        float[] wide = {-10, -10, 30.4f, 8.1f, 80, 20, 40.2f, 60};
        assertThat(
                        difference(
                                64,
                                48,
                                "04\\12N1O2N1O1O2N1O2N1O1O2N101N1O101N101N100O2O0O2O0O1O2O0O2O0O1O2"
                                        + "OO0000001O0000001O0000001O000000001O0000001N1O1O1O2N1O1"
                                        + "O1N3N1O1OA",
                                wide))
                .isEqualTo(12);
        float[] outside = {100, 100, 120, 100, 110, 120};
        assertThat(new PolygonFill(64, 48).union(List.of(outside)).area()).isZero();
    }

    @Test
    void whatIsSmallerThanAPixelMayHaveNone() {
        float[] small = {10.1f, 10.2f, 10.4f, 10.3f, 10.2f, 10.45f};
        assertThat(difference(64, 48, "PP3", small)).isZero();
    }

    @Test
    void aLargePolygonHasTheSameArea() {
        List<Double> corners = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double radius = i % 2 == 0 ? 200 : 100;
            corners.add(320 + radius * Math.cos(2 * Math.PI * i / 40));
            corners.add(240 + radius * Math.sin(2 * Math.PI * i / 40));
        }
        float[] star = new float[corners.size()];
        for (int i = 0; i < star.length; i++) {
            star[i] = Math.round(corners.get(i) * 100) / 100f;
        }
        int area = new PolygonFill(640, 480).union(List.of(star)).area();
        assertThat((double) area).isCloseTo(62_545, within(60.0));
    }
}
