package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.image.Plane;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FaithfulnessTest {

    private static final Plane HEAT =
            Plane.compute(2, 5, (y, x) -> (y * 5 + x) / 9f); // the last place is the hottest

    /** A network whose score is the sum of what it sees of a picture of ones, the last twice. */
    private static double score(Plane mask) {
        double sum = mask.at(1, 4);
        for (float value : mask.toArray()) {
            sum += value;
        }
        return sum;
    }

    @Test
    void masksTakeAwayTheHottestThenTheColdest() {
        List<Plane> masks = Faithfulness.masks(HEAT);
        assertThat(masks).hasSize(11);
        assertThat(masks.get(0)).isEqualTo(HEAT);
        assertThat(masks.get(1).toArray()).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 0);
        assertThat(masks.get(5).toArray()).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(masks.get(6).toArray()).containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(masks.get(10).toArray()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void theNumbersAreThoseWorkedOutByHand() {
        Plane all = HEAT.map(v -> 1);
        Faithfulness found =
                Faithfulness.of(
                        score(all),
                        Faithfulness.masks(HEAT).stream().map(FaithfulnessTest::score).toList());
        assertThat(found.score()).isEqualTo(11);
        assertThat(found.drop()).isCloseTo(11 - 6, Offset.offset(1e-6));
        assertThat(found.increase()).isFalse();
        assertThat(found.deletion()).isEqualTo((9 + 7 + 5 + 3 + 1) / 5.0);
        assertThat(found.insertion()).isEqualTo((10 + 8 + 6 + 4 + 2) / 5.0);
        assertThat(found.gap()).isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void aScoreThatRisesHasNoDrop() {
        Faithfulness risen = Faithfulness.of(1, Collections.nCopies(11, 3.0));
        assertThat(risen.drop()).isZero();
        assertThat(risen.increase()).isTrue();
        assertThat(risen.gap()).isZero();
        assertThatThrownBy(() -> Faithfulness.of(1, List.of(2.0)))
                .hasMessage("a score for each of 11 masks is needed, found 1");
    }
}
