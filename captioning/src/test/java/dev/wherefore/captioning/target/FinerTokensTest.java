package dev.wherefore.captioning.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.support.FormulaWeights;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tokens told from those most like them, against the formula written out. */
class FinerTokensTest {

    private static final Shape SHAPE = new Shape(2, 2, 3, 7);
    private final float[] logits = FormulaWeights.values("logits", SHAPE);

    private static Term term(int sequence, int position, int token) {
        return new Term(TokenScore.LOG_PROBABILITY, sequence, position, token, 1);
    }

    private float[] scores(TokenTarget target, int similar) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Outputs outputs =
                    new Outputs(Map.of(CaptionNetwork.LOGITS, manager.create(logits, SHAPE)));
            return target.finer(similar).score(outputs).toFloatArray();
        }
    }

    /** {@code Σ_j p_j (y − y_j) / Σ_j p_j} with p over the whole vocabulary. */
    private double expected(int row, Term term, int similar) {
        int from = ((row * 2 + term.sequence()) * 3 + term.position()) * 7;
        double own = logits[from + term.token()];
        List<Integer> near =
                IntStream.range(0, 7)
                        .filter(j -> j != term.token())
                        .boxed()
                        .sorted(Comparator.comparingDouble(j -> Math.abs(logits[from + j] - own)))
                        .limit(similar)
                        .toList();
        double all = IntStream.range(0, 7).mapToDouble(j -> Math.exp(logits[from + j])).sum();
        double above = 0;
        double below = 0;
        for (int j : near) {
            double probability = Math.exp(logits[from + j]) / all;
            above += probability * (own - logits[from + j]);
            below += probability;
        }
        return above / below;
    }

    @Test
    void eachPicturesTokensAreComparedAtTheirOwnPlaces() {
        List<Term> first = List.of(term(0, 1, 4));
        List<Term> second = List.of(term(1, 2, 0), term(0, 0, 6));
        TokenTarget target = new TokenTarget(List.of(first, second), "some words");
        for (int similar : new int[] {1, 3, 6, 50}) {
            float[] found = scores(target, similar);
            assertThat((double) found[0])
                    .isCloseTo(expected(0, first.get(0), similar), within(1e-5));
            assertThat((double) found[1])
                    .isCloseTo(
                            expected(1, second.get(0), similar)
                                    + expected(1, second.get(1), similar),
                            within(1e-5));
        }
    }

    @Test
    void noTokensAreZero() {
        TokenTarget target = new TokenTarget(List.of(List.of(), List.of()), "nothing");
        assertThat(scores(target, 3)).containsExactly(0, 0);
    }

    @Test
    void differencesAreRefused() {
        List<Term> against = List.of(term(0, 1, 4).negative());
        TokenTarget target = new TokenTarget(List.of(against, against), "against");
        assertThatThrownBy(() -> target.finer(3))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not one word instead of another");
    }
}
