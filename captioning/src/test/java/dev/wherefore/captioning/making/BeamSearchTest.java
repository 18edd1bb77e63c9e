package dev.wherefore.captioning.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeamSearchTest {

    private static final Comparator<Double> CLOSE =
            (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b);

    /** Token 3 is likelier at first, and what follows 4 is likelier by far. */
    private static Table table() {
        return new Table()
                .after("1", 0, 0, 0, 0.6, 0.4)
                .after("1 3", 0, 0, 0.3, 0.4, 0.3)
                .after("1 4", 0, 0, 0.9, 0.05, 0.05)
                .after("1 3 3", 0, 0, 0.5, 0.25, 0.25)
                .after("1 3 4", 0, 0, 1, 0, 0);
    }

    @Test
    void aBeamFindsWhatIsGreedilyMissed() {
        Table table = table();
        MadeCaption greedy = new GreedySearch().make(table, Table.LIMITS).get(0);
        assertThat(greedy.tokens()).containsExactly(3, 3);
        assertThat(greedy.logProbability()).isCloseTo(Math.log(0.6 * 0.4 * 0.5), within(1e-6));
        MadeCaption beam = new BeamSearch(2, 0, 1).make(table, Table.LIMITS).get(0);
        assertThat(beam.tokens()).containsExactly(4);
        assertThat(beam.ended()).isTrue();
        assertThat(beam.logProbability()).isCloseTo(Math.log(0.4 * 0.9), within(1e-6));
    }

    @Test
    void theSearchStopsWhenNothingCanBecomeBetter() {
        Table table = table();
        new BeamSearch(2, 0, 1).make(table, Table.LIMITS);
        // 0.36 is reached after two passes, and the best that is open has 0.24
        assertThat(table.calls()).hasSize(2);
        assertThat(table.calls().get(1)).containsExactly(new int[] {1, 3}, new int[] {1, 4});
    }

    @Test
    void severalCaptionsComeInTheOrderOfTheirScores() {
        List<MadeCaption> captions = new BeamSearch(2, 0, 2).make(table(), Table.LIMITS);
        // 0.4 * 0.9, and 0.6 * 0.3 * 1; 3 alone has 0.6 * 0.3 too, but was the third of its step
        assertThat(captions)
                .extracting(MadeCaption::tokens)
                .containsExactly(List.of(4), List.of(3, 4));
        assertThat(captions.get(1).score()).isCloseTo(Math.log(0.18), within(1e-6));
    }

    @Test
    void theLengthPenaltyFavoursLongerCaptions() {
        Table table =
                new Table()
                        .after("1", 0, 0, 0, 0.5, 0.5)
                        .after("1 3", 0, 0, 1, 0, 0)
                        .after("1 4", 0, 0, 0, 1, 0)
                        .after("1 4 3", 0, 0, 0.9, 0.1, 0)
                        .after("1 4 3 3", 0, 0, 1, 0, 0);
        CaptionLimits limits = new CaptionLimits(1, 2, 4, Set.of(0));
        List<MadeCaption> plain = new BeamSearch(2, 0, 2).make(table, limits);
        assertThat(plain.get(0).tokens()).containsExactly(3);
        List<MadeCaption> longer = new BeamSearch(2, 1, 2).make(table, limits);
        // two tokens: log 0.5 / (7/6) = -0.594; three: log 0.45 / (8/6) = -0.599
        assertThat(longer.get(0).score()).isCloseTo(Math.log(0.5) * 6 / 7, within(1e-6));
        assertThat(longer.get(1).score()).isCloseTo(Math.log(0.45) * 6 / 8, within(1e-6));
        List<MadeCaption> longest = new BeamSearch(2, 2, 2).make(table, limits);
        assertThat(longest.get(0).tokens()).containsExactly(4, 3);
        assertThat(longest.get(0).score())
                .isCloseTo(Math.log(0.45) * Math.pow(6 / 8.0, 2), within(1e-6));
        assertThat(longest.get(0).logProbability()).isCloseTo(Math.log(0.45), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void aBeamOfOneIsGreedy(int longest) {
        CaptionLimits limits = new CaptionLimits(1, 2, longest, Set.of(0));
        for (long seed = 0; seed < 200; seed++) {
            NextTokens network = Table.random(6, seed);
            assertThat(new BeamSearch(1, 0, 1).make(network, limits))
                    .isEqualTo(new GreedySearch().make(network, limits));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.6, 1, 3})
    void aBeamThatForgetsNothingFindsTheBestOfAllCaptions(double penalty) {
        CaptionLimits limits = new CaptionLimits(1, 2, 4, Set.of(0));
        for (long seed = 0; seed < 100; seed++) {
            NextTokens network = Table.random(6, seed);
            List<MadeCaption> all = new ArrayList<>();
            every(network, limits, penalty, Draft.EMPTY, all);
            all.sort(Comparator.comparingDouble(MadeCaption::score).reversed());
            assertThat(all).hasSize(3 + 9 + 27 + 81); // ended after 1, 2 and 3 tokens, and never
            assertThat(new BeamSearch(200, penalty, 5).make(network, limits))
                    .usingRecursiveComparison()
                    .withComparatorForType(CLOSE, Double.class)
                    .isEqualTo(all.subList(0, 5));
        }
    }

    private static void every(
            NextTokens network,
            CaptionLimits limits,
            double penalty,
            Draft draft,
            List<MadeCaption> found) {
        if (draft.finished(limits)) {
            double length = Math.pow((5.0 + draft.length()) / 6, penalty);
            found.add(draft.made(limits, draft.logProbability() / length));
            return;
        }
        float[] logits = network.logits(List.of(draft.prefix(limits))).get(0);
        for (int token = draft.length() == 0 ? 3 : 2; token < logits.length; token++) {
            double sum = 0;
            for (float logit : logits) {
                sum += Math.exp((double) logit - logits[token]);
            }
            every(network, limits, penalty, draft.with(token, -Math.log(sum)), found);
        }
    }

    @Test
    void numbersThatMakeNoBeamAreRefused() {
        assertThatThrownBy(() -> new BeamSearch(0, 0, 1))
                .hasMessage("the width must be at least 1, found 0");
        assertThatThrownBy(() -> new BeamSearch(1, -1, 1))
                .hasMessage("the length penalty must be at least 0, found -1.0");
        assertThatThrownBy(() -> new BeamSearch(3, 0, 4))
                .hasMessage("the number of captions must be from 1 to the width of 3, found 4");
    }
}
