package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterpolationTest {

    private static final Plane ROW = Plane.of(1, 3, new float[] {0, 1, 4});

    private static float[] row(Interpolation interpolation, int width) {
        return interpolation.resize(ROW, 1, width).toArray();
    }

    @Test
    void betweenPixelCentresBordersAreFlat() {
        assertThat(row(Interpolation.BILINEAR, 6))
                .containsExactly(new float[] {0, 0.25f, 0.75f, 1.75f, 3.25f, 4}, within(1e-6f));
    }

    @Test
    void alignedCornersStayCorners() {
        assertThat(row(Interpolation.BILINEAR_ALIGNED, 5))
                .containsExactly(new float[] {0, 0.5f, 1, 2.5f, 4}, within(1e-6f));
        assertThat(row(Interpolation.BILINEAR_ALIGNED, 1)).containsExactly(0);
    }

    @Test
    void theNearestIsTheOneThatTheCornerLiesIn() {
        assertThat(row(Interpolation.NEAREST, 7)).containsExactly(0, 0, 0, 1, 1, 4, 4);
    }

    @Test
    void cubicWeightsAreThoseOfKeysAndOvershoot() {
        // centre of the second of six lies at 0.25: Keys' weights at 0.25, 0.75 and 1.75
        float[] found = row(Interpolation.BICUBIC, 6);
        double near = weight(0.25);
        double next = weight(0.75);
        double far = weight(1.75);
        assertThat((double) found[1])
                .isCloseTo((next + 4 * far) / (near + next + far), Offset.offset(1e-6));
        assertThat(Interpolation.BICUBIC.resize(ROW, 1, 30).max()).isGreaterThan(4);
    }

    private static double weight(double x) {
        return x < 1
                ? 1.5 * x * x * x - 2.5 * x * x + 1
                : -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
    }

    @ParameterizedTest
    @EnumSource
    void rowsAndColumnsAreTreatedAlike(Interpolation interpolation) {
        Plane wide = Plane.of(2, 3, new float[] {1, 2, 7, 0, 5, 3});
        Plane high = Plane.compute(3, 2, (y, x) -> wide.at(x, y));
        Plane one = interpolation.resize(wide, 7, 11);
        Plane other = interpolation.resize(high, 11, 7);
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 11; x++) {
                assertThat(one.at(y, x)).isCloseTo(other.at(x, y), Offset.offset(1e-5f));
            }
        }
        assertThat(interpolation.resize(wide, 2, 3)).isSameAs(wide);
    }

    private static Offset<Float> within(float offset) {
        return Offset.offset(offset);
    }
}
