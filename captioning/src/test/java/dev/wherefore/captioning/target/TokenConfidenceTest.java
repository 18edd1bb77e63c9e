package dev.wherefore.captioning.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How sure a captioner is of a word: the product of its tokens' probabilities. */
class TokenConfidenceTest {

    private static final Shape SHAPE = new Shape(2, 1, 3, 7);
    private final float[] logits = FormulaWeights.values("logits", SHAPE);

    private float[] scores(Target target) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Outputs outputs =
                    new Outputs(Map.of(CaptionNetwork.LOGITS, manager.create(logits, SHAPE)));
            return target.score(outputs).toFloatArray();
        }
    }

    private double probability(int row, int position, int token) {
        int from = (row * 3 + position) * 7;
        double all = IntStream.range(0, 7).mapToDouble(j -> Math.exp(logits[from + j])).sum();
        return Math.exp(logits[from + token]) / all;
    }

    @Test
    void theTokensOfAWordAreMultiplied() {
        Term first = new Term(TokenScore.LOGIT, 0, 0, 4, 1);
        Term second = new Term(TokenScore.LOG_PROBABILITY, 0, 1, 2, 1);
        Term other = new Term(TokenScore.LOG_PROBABILITY, 0, 2, 6, 1);
        Target word = new TokenTarget(List.of(List.of(first, second), List.of(other)), "word");
        float[] found = scores(word.confidence());
        assertThat((double) found[0])
                .isCloseTo(probability(0, 0, 4) * probability(0, 1, 2), within(1e-6));
        assertThat((double) found[1]).isCloseTo(probability(1, 2, 6), within(1e-6));
        float[] again = scores(word.confidence().ofPicture(1, 2));
        assertThat(again[1]).isEqualTo(found[1]);
    }

    @Test
    void aDifferenceStaysWhatItIs() {
        Term against = new Term(TokenScore.LOG_PROBABILITY, 0, 0, 4, -1);
        Target target = new TokenTarget(List.of(List.of(against), List.of(against)), "less");
        assertThat(target.confidence()).isSameAs(target);
    }
}
