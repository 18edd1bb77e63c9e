package dev.wherefore.captioning.target;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.core.network.Outputs;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Another word stands where the word stood, after the same words. */
class OtherTokensTest {

    @Test
    void eachTokenBecomesAnotherInItsPlace() {
        Term first = new Term(TokenScore.LOGIT, 0, 0, 4, 1);
        Term second = new Term(TokenScore.LOG_PROBABILITY, 1, 2, 0, 1);
        TokenTarget word = new TokenTarget(List.of(List.of(first, second), List.of()), "word");
        Set<Integer> drawn = new HashSet<>();
        try (NDManager manager = NDManager.newBaseManager()) {
            Outputs outputs =
                    new Outputs(
                            Map.of(CaptionNetwork.LOGITS, manager.zeros(new Shape(2, 2, 3, 7))));
            for (int seed = 0; seed < 100; seed++) {
                List<SplittableRandom> dice =
                        List.of(new SplittableRandom(seed), new SplittableRandom(seed));
                TokenTarget other = (TokenTarget) word.other(outputs, dice);
                Term one = other.pictures().get(0).get(0);
                assertThat(one).isEqualTo(new Term(TokenScore.LOGIT, 0, 0, one.token(), 1));
                drawn.add(one.token());
                Term two = other.pictures().get(0).get(1);
                assertThat(two)
                        .isEqualTo(new Term(TokenScore.LOG_PROBABILITY, 1, 2, two.token(), 1));
                assertThat(two.token()).isBetween(1, 6);
                assertThat(other.pictures().get(1)).isEmpty();
            }
        }
        assertThat(drawn).containsExactlyInAnyOrder(0, 1, 2, 3, 5, 6);
    }
}
