package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.image.Plane;
import org.junit.jupiter.api.Test;

/** The structural similarity of maps is that of the paper's formula. */
class StructuralSimilarityTest {

    private static final Plane WAVES =
            Plane.compute(10, 12, (y, x) -> (float) (0.5 + 0.5 * Math.sin(y * 1.3 + x * 0.7)));
    private static final Plane SLOPE = Plane.compute(10, 12, (y, x) -> (y + 2 * x) / 40f);

    @Test
    void ofEqualMapsItIsOne() {
        assertThat(StructuralSimilarity.of(WAVES, WAVES)).isCloseTo(1, within(1e-9));
    }

    @Test
    void ofMapsWithoutContrastTheMeansAreCompared() {
        Plane zeros = Plane.compute(8, 8, (y, x) -> 0);
        Plane ones = Plane.compute(8, 8, (y, x) -> 1);
        // (0 + c) / (0 + 1 + c) with c = 0.0001
        assertThat(StructuralSimilarity.of(zeros, ones)).isCloseTo(0.0001 / 1.0001, within(1e-9));
    }

    @Test
    void itIsTheMeanOfTheFormulaOverAllWindows() {
        double sum = 0;
        for (int top = 0; top + 7 <= 10; top++) {
            for (int left = 0; left + 7 <= 12; left++) {
                sum += window(WAVES, SLOPE, top, left, 7);
            }
        }
        assertThat(StructuralSimilarity.of(WAVES, SLOPE)).isCloseTo(sum / (4 * 6), within(1e-9));
    }

    @Test
    void aSmallMapIsOneWindow() {
        Plane first = Plane.of(3, 3, new float[] {0, 1, 0, 0.5f, 0.2f, 1, 0, 0, 0.3f});
        Plane second = Plane.of(3, 3, new float[] {1, 0, 0, 0.5f, 0.1f, 0, 1, 0, 0.9f});
        assertThat(StructuralSimilarity.of(first, second))
                .isCloseTo(window(first, second, 0, 0, 3), within(1e-9));
        assertThatThrownBy(() -> StructuralSimilarity.of(first, SLOPE))
                .hasMessageContaining("does not fit");
    }

    /** The formula as it is written, by two passes over a window. */
    private static double window(Plane first, Plane second, int top, int left, int side) {
        double one = 0;
        double other = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                one += first.at(y, x) / (double) (side * side);
                other += second.at(y, x) / (double) (side * side);
            }
        }
        double oneVaries = 0;
        double otherVaries = 0;
        double together = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                oneVaries += Math.pow(first.at(y, x) - one, 2) / (side * side - 1);
                otherVaries += Math.pow(second.at(y, x) - other, 2) / (side * side - 1);
                together += (first.at(y, x) - one) * (second.at(y, x) - other) / (side * side - 1);
            }
        }
        return (2 * one * other + 1e-4)
                * (2 * together + 9e-4)
                / ((one * one + other * other + 1e-4) * (oneVaries + otherVaries + 9e-4));
    }
}
