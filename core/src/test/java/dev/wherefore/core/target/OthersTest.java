package dev.wherefore.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Outputs;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is drawn in the place of a target is of its kind, and something else. */
class OthersTest {

    @Test
    void eachButTheOwnIsAsLikely() {
        int[] counts = new int[5];
        SplittableRandom dice = new SplittableRandom(1);
        for (int i = 0; i < 4000; i++) {
            counts[Others.than(2, 5, dice)]++;
        }
        assertThat(counts[2]).isZero();
        for (int other : new int[] {0, 1, 3, 4}) {
            assertThat(counts[other]).isBetween(900, 1100);
        }
        assertThatThrownBy(() -> Others.than(0, 1, dice))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the network knows one only");
    }

    @Test
    void aClassBecomesAnotherClassInEachRow() {
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] scores = {1, 2, 10, 20};
            Outputs outputs = new Outputs(Map.of("out", manager.create(scores, new Shape(2, 2))));
            List<SplittableRandom> dice = List.of(new SplittableRandom(1), new SplittableRandom(2));
            Target own =
                    new ClassTarget(
                            List.of(0, 1), ScoreKind.LOGIT, Likelihood.SOFTMAX, "", "class");
            assertThat(own.other(outputs, dice).score(outputs).toFloatArray())
                    .containsExactly(2, 10);
            Target first = ClassTarget.logit(0);
            assertThat(first.other(outputs, dice).score(outputs).toFloatArray())
                    .containsExactly(2, 20);
            assertThat(first.negative().other(outputs, dice).score(outputs).toFloatArray())
                    .containsExactly(-2, -20);
            Target mask = Target.of("sum of a mask", o -> o.main().sum(new int[] {1}));
            assertThatThrownBy(() -> mask.other(outputs, dice))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("'sum of a mask' is none of these");
        }
    }
}
