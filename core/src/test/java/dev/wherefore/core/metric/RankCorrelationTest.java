package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.image.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    private static final double EXACT = 1e-12;

    private static double correlation(double[] first, double[] second) {
        return RankCorrelation.of(first, second).orElseThrow();
    }

    private static double[] list(double... numbers) {
        return numbers;
    }

    @Test
    void isOneWhereBothRiseTogetherInWhateverSteps() {
        assertThat(correlation(list(1, 2, 3, 4), list(-8, 0.1, 0.2, 1e9))).isEqualTo(1);
        assertThat(correlation(list(1, 2, 3, 4), list(4, 3, 2, Double.NEGATIVE_INFINITY)))
                .isEqualTo(-1);
    }

    @Test
    void isWhatTheFormulaWithoutTiesGives() {
        // ranks 1 2 3 4 5 and 2 1 4 3 5: 1 - 6 (1 + 1 + 1 + 1 + 0) / (5 (25 - 1))
        assertThat(correlation(list(10, 20, 30, 40, 50), list(2, 1, 4, 3, 5)))
                .isCloseTo(0.8, within(EXACT));
        // ranks 1 2 3 and 2 3 1: 1 - 6 (1 + 1 + 4) / (3 (9 - 1))
        assertThat(correlation(list(5, 6, 7), list(0, 9, -9))).isCloseTo(-0.5, within(EXACT));
    }

    @Test
    void equalNumbersShareTheMeanOfTheirRanks() {
        // ranks 1.5 1.5 3 4 and 1 2.5 2.5 4, less 2.5: products 1.5 + 0 + 0 + 2.25, squares 4.5
        assertThat(correlation(list(0, 0, 1, 2), list(5, 7, 7, 9)))
                .isCloseTo(3.75 / 4.5, within(EXACT));
        // scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) gives 0.8207826816681233
        assertThat(correlation(list(1, 2, 3, 4, 5), list(5, 6, 7, 8, 7)))
                .isCloseTo(0.8207826816681233, within(EXACT));
        assertThat(correlation(list(-0.0, 0.0, 1), list(1, 1, 2))).isEqualTo(1);
    }

    @Test
    void doesNotDependOnTheOrderOfThePlacesNorOfTheLists() {
        double[] first = list(3, 1, 4, 1, 5, 9, 2, 6);
        double[] second = list(2, 7, 1, 8, 2, 8, 1, 8);
        double[] firstBackwards = list(6, 2, 9, 5, 1, 4, 1, 3);
        double[] secondBackwards = list(8, 1, 8, 2, 8, 1, 7, 2);
        double found = correlation(first, second);
        assertThat(correlation(second, first)).isCloseTo(found, within(EXACT));
        assertThat(correlation(firstBackwards, secondBackwards)).isCloseTo(found, within(EXACT));
    }

    @Test
    void noiseHasNothingToDoWithOtherNoise() {
        Random random = new Random(1);
        double[] first = random.doubles(20_000).toArray();
        double[] second = random.doubles(20_000).toArray();
        assertThat(correlation(first, second)).isCloseTo(0, within(0.02));
    }

    @Test
    void whatHasNoOrderHasNoCorrelation() {
        assertThat(RankCorrelation.of(list(1, 2, 3), list(7, 7, 7))).isEmpty();
        assertThat(RankCorrelation.of(list(0.0, -0.0), list(1, 2))).isEmpty();
        assertThat(RankCorrelation.of(list(1), list(2))).isEmpty();
        assertThat(RankCorrelation.of(list(), list())).isEmpty();
    }

    @Test
    void mapsAreComparedPlaceByPlace() {
        Plane heat = Plane.of(2, 2, new float[] {0, 0.1f, 0.5f, 0.2f});
        Plane human = Plane.of(2, 2, new float[] {10, 20, 200, 100});
        assertThat(RankCorrelation.of(heat, human)).hasValue(1);
        assertThat(RankCorrelation.of(heat, heat.map(v -> -v))).hasValue(-1);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> RankCorrelation.of(list(1, 2), list(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 numbers do not fit 1");
        assertThatThrownBy(() -> RankCorrelation.of(list(1, Double.NaN), list(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NaN has no rank");
        Plane wide = Plane.of(1, 4, new float[4]);
        Plane high = Plane.of(4, 1, new float[4]);
        assertThatThrownBy(() -> RankCorrelation.of(wide, high))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1x4")
                .hasMessageContaining("4x1");
    }
}
