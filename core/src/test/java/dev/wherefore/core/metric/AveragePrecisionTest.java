package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {

    private static final double EXACT = 1e-12;

    @Test
    void isTheMeanPrecisionAtEachPictureThatShowsTheClass() {
        // ranks 1, 3 and 4 show it: (1/1 + 2/3 + 3/4) / 3
        double found =
                AveragePrecision.of(
                                List.of(0.9, 0.8, 0.7, 0.6, 0.5),
                                List.of(true, false, true, true, false))
                        .orElseThrow();
        assertThat(found).isCloseTo((1 + 2 / 3.0 + 3 / 4.0) / 3, within(EXACT));
    }

    @Test
    void isOneWhereAllThatShowItScoreHigher() {
        double found =
                AveragePrecision.of(List.of(-3.0, 5.0, 4.0), List.of(false, true, true))
                        .orElseThrow();
        assertThat(found).isCloseTo(1, within(EXACT));
    }

    @Test
    void doesNotDependOnTheOrderOfEqualScores() {
        // scikit-learn's average_precision_score gives 0.5 for both
        List<Double> same = List.of(1.0, 1.0, 1.0, 1.0);
        assertThat(AveragePrecision.of(same, List.of(true, true, false, false)).orElseThrow())
                .isEqualTo(0.5);
        assertThat(AveragePrecision.of(same, List.of(false, true, false, true)).orElseThrow())
                .isEqualTo(0.5);
    }

    @Test
    void isNothingWhereNoPictureShowsTheClassAndTheMeanLeavesItOut() {
        assertThat(AveragePrecision.of(List.of(1.0), List.of(false))).isEmpty();
        double mean =
                AveragePrecision.mean(
                        List.of(List.of(0.1, 0.9), List.of(0.2, 0.3)),
                        List.of(List.of(false, true), List.of(false, false)));
        assertThat(mean).isCloseTo(1, within(EXACT));
    }

    @Test
    void scoresAndTruthsOfDifferentNumberAreRefused() {
        assertThatThrownBy(() -> AveragePrecision.of(List.of(1.0), List.of()))
                .hasMessage("1 scores do not fit 0 truths");
    }
}
