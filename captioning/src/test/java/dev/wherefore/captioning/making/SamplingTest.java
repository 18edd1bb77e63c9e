package dev.wherefore.captioning.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final int MANY = 20_000;

    /** One token out of 3, 4 and 5; 0 and 1 are never made, and 2 would end. */
    private static final Table TABLE = new Table().after("1", 0.1, 0.2, 0.2, 0.1, 0.1, 0.3);

    private static final CaptionLimits ONE = new CaptionLimits(1, 2, 1, Set.of(0));

    @Test
    void tokensAreDrawnByTheirProbabilityAmongThoseThatMayBe() {
        List<MadeCaption> made = new Sampling(1, OptionalInt.empty(), 7, MANY).make(TABLE, ONE);
        assertThat(share(made, 3)).isCloseTo(0.2, within(0.015));
        assertThat(share(made, 4)).isCloseTo(0.2, within(0.015));
        assertThat(share(made, 5)).isCloseTo(0.6, within(0.015));
        // best first, by the network's own probability
        assertThat(made.get(0).tokens()).containsExactly(5);
        assertThat(made.get(0).logProbability()).isCloseTo(Math.log(0.3), within(1e-6));
        assertThat(made.get(MANY - 1).score()).isCloseTo(Math.log(0.1), within(1e-6));
    }

    @Test
    void theTemperatureFlattensAndSharpens() {
        // weights 1, 1, 3 to the power of 1 / temperature
        List<MadeCaption> flat = new Sampling(2, OptionalInt.empty(), 7, MANY).make(TABLE, ONE);
        double root = Math.sqrt(3);
        assertThat(share(flat, 5)).isCloseTo(root / (2 + root), within(0.015));
        List<MadeCaption> sharp = new Sampling(0.5, OptionalInt.empty(), 7, MANY).make(TABLE, ONE);
        assertThat(share(sharp, 5)).isCloseTo(9 / 11.0, within(0.015));
        assertThat(sharp.get(0).logProbability()).isCloseTo(Math.log(0.3), within(1e-6));
        List<MadeCaption> cold = new Sampling(1e-3, OptionalInt.empty(), 7, 100).make(TABLE, ONE);
        assertThat(share(cold, 5)).isEqualTo(1);
    }

    @Test
    void theDrawMayBeAmongTheMostProbable() {
        List<MadeCaption> made = new Sampling(1, OptionalInt.of(2), 7, MANY).make(TABLE, ONE);
        assertThat(share(made, 3)).isCloseTo(0.25, within(0.015));
        assertThat(share(made, 4)).isZero();
        List<MadeCaption> best = new Sampling(1, OptionalInt.of(1), 7, 100).make(TABLE, ONE);
        assertThat(share(best, 5)).isEqualTo(1);
    }

    private static double share(List<MadeCaption> captions, int token) {
        return captions.stream().filter(c -> c.tokens().contains(token)).count()
                / (double) captions.size();
    }

    @Test
    void theSameSeedGivesTheSameCaptionsAndAnotherOneOthers() {
        NextTokens network = Table.random(8, 3);
        CaptionLimits limits = new CaptionLimits(1, 2, 6, Set.of(0));
        List<MadeCaption> made = new Sampling(1, OptionalInt.empty(), 5, 4).make(network, limits);
        assertThat(new Sampling(1, OptionalInt.empty(), 5, 4).make(network, limits))
                .isEqualTo(made);
        assertThat(new Sampling(1, OptionalInt.empty(), 6, 4).make(network, limits))
                .isNotEqualTo(made);
        assertThat(Set.copyOf(made)).hasSizeGreaterThan(1);
        assertThat(made)
                .containsAll(new Sampling(1, OptionalInt.empty(), 5, 2).make(network, limits));
    }

    @Test
    void captionsEndEachByItself() {
        NextTokens network = Table.random(5, 1);
        CaptionLimits limits = new CaptionLimits(1, 2, 5, Set.of(0));
        List<MadeCaption> made = new Sampling(1, OptionalInt.empty(), 0, 50).make(network, limits);
        assertThat(made).extracting(MadeCaption::ended).contains(true, false);
        assertThat(made)
                .allSatisfy(
                        c -> {
                            assertThat(c.tokens()).doesNotContain(0, 1, 2);
                            assertThat(c.tokens().size()).isBetween(1, c.ended() ? 4 : 5);
                            assertThat(c.ended() || c.tokens().size() == 5).isTrue();
                        });
    }

    @Test
    void numbersByWhichNothingCanBeDrawnAreRefused() {
        assertThatThrownBy(() -> new Sampling(0, OptionalInt.empty(), 0, 1))
                .hasMessage("the temperature must be above 0, found 0.0");
        assertThatThrownBy(() -> new Sampling(1, OptionalInt.of(0), 0, 1))
                .hasMessage("the draw must be among 1 token or more, found 0");
        assertThatThrownBy(() -> new Sampling(1, OptionalInt.empty(), 0, 0))
                .hasMessage("the number of captions must be at least 1, found 0");
    }
}
