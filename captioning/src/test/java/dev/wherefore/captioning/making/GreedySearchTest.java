package dev.wherefore.captioning.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.UserError;
import dev.wherefore.core.text.SpecialIds;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreedySearchTest {

    private static final Table TABLE =
            new Table()
                    .after("1", 0.3, 0.1, 0.25, 0.2, 0.15)
                    .after("1 3", 0, 0, 0.2, 0.4, 0.4)
                    .after("1 3 3", 0.5, 0, 0.3, 0.1, 0.1);

    @Test
    void theMostProbableTokenIsTakenUntilTheEnd() {
        MadeCaption caption = only(new GreedySearch().make(TABLE, Table.LIMITS));
        // not 0 or 1, which are never made, and not the end at once; of 3 and 4 the lower
        assertThat(caption.tokens()).containsExactly(3, 3);
        assertThat(caption.ids()).containsExactly(3, 3);
        assertThat(caption.ended()).isTrue();
        assertThat(caption.logProbability()).isCloseTo(Math.log(0.2 * 0.4 * 0.3), within(1e-6));
        assertThat(caption.score()).isEqualTo(caption.logProbability());
    }

    @Test
    void aCaptionIsNoLongerThanAllowed() {
        CaptionLimits limits = new CaptionLimits(1, 2, 2, Set.of(0));
        MadeCaption caption = only(new GreedySearch().make(TABLE, limits));
        assertThat(caption.tokens()).containsExactly(3, 3);
        assertThat(caption.ended()).isFalse();
        assertThat(caption.logProbability()).isCloseTo(Math.log(0.2 * 0.4), within(1e-6));
    }

    @Test
    void oneTokenMayBeginEndAndFillUp() {
        // token 0 does all: it is never the first, and then it may end
        CaptionLimits limits =
                CaptionLimits.of(new SpecialIds(0, 0, OptionalInt.of(0), OptionalInt.of(0)), 5);
        Table table = new Table().after("0", 0.8, 0.1, 0.1).after("0 1", 0.8, 0.1, 0.1);
        assertThat(only(new GreedySearch().make(table, limits)).tokens()).containsExactly(1);
    }

    @Test
    void aTokenizersPadAndUnknownAreNeverMade() {
        SpecialIds specials = new SpecialIds(2, 3, OptionalInt.of(0), OptionalInt.of(1));
        assertThat(CaptionLimits.of(specials, 20))
                .isEqualTo(new CaptionLimits(2, 3, 20, Set.of(0, 1)));
    }

    @Test
    void limitsThatAllowNoCaptionAreRefused() {
        assertThatThrownBy(() -> new CaptionLimits(1, 2, 0, Set.of()))
                .hasMessage("a caption must be allowed one token, found 0");
        assertThatThrownBy(() -> new CaptionLimits(1, 2, 3, Set.of(2)))
                .hasMessage("the end token 2 must be allowed");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void whatIsNoNumberIsRefused(float logit) {
        NextTokens broken = prefixes -> List.of(new float[] {0, 1, 2, logit, 3});
        assertThatThrownBy(() -> new GreedySearch().make(broken, Table.LIMITS))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the network's logits for the next token are not numbers: the largest is"
                                + " %s",
                        logit);
    }

    @Test
    void aNetworkOfAnotherTokenizerIsRefused() {
        NextTokens small = prefixes -> List.of(new float[] {0, 1});
        assertThatThrownBy(() -> new GreedySearch().make(small, Table.LIMITS))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "the network gives logits for 2 tokens, and captions end with token number"
                                + " 2");
    }

    @Test
    void whereNothingCanFollowItIsSaidSo() {
        Table table = new Table().after("1", 0.5, 0, 0.5, 0, 0);
        for (CaptionMaker maker :
                List.of(
                        new GreedySearch(),
                        new BeamSearch(2, 0, 2),
                        new Sampling(1, OptionalInt.empty(), 0, 1),
                        new Sampling(1, OptionalInt.of(2), 0, 1))) {
            assertThatThrownBy(() -> maker.make(table, Table.LIMITS))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "the network gives probability 0 to all tokens that may follow the"
                                    + " first 0");
        }
    }

    private static MadeCaption only(List<MadeCaption> captions) {
        assertThat(captions).hasSize(1);
        return captions.get(0);
    }
}
