package dev.wherefore.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanTallyTest {

    @Test
    void theIntervalIsThatOfTheBinomialWhereScenesHaveOneMapEach() {
        MeanTally tally = new MeanTally();
        for (int scene = 0; scene < 400; scene++) {
            tally.add(scene % 4 == 0 ? 1 : 0, Resamples.weights(scene));
        }
        Estimate estimate = tally.estimate().orElseThrow();
        assertThat(estimate.mean()).isEqualTo(0.25);
        assertThat(estimate.count()).isEqualTo(400);
        // 1.96 * sqrt(0.25 * 0.75 / 400) = 0.0424
        assertThat(estimate.low()).isCloseTo(0.25 - 0.0424, within(0.008));
        assertThat(estimate.high()).isCloseTo(0.25 + 0.0424, within(0.008));
    }

    @Test
    void mapsOfOneSceneDoNotCountAsManyScenes() {
        MeanTally alone = new MeanTally();
        MeanTally together = new MeanTally();
        for (int scene = 0; scene < 100; scene++) {
            alone.add(scene % 2, Resamples.weights(scene));
            for (int map = 0; map < 4; map++) {
                together.add(scene % 2, Resamples.weights(scene));
            }
        }
        Estimate one = alone.estimate().orElseThrow();
        Estimate four = together.estimate().orElseThrow();
        assertThat(four.count()).isEqualTo(400);
        assertThat(four.low()).isCloseTo(one.low(), within(1e-12));
        assertThat(four.high()).isCloseTo(one.high(), within(1e-12));
    }

    @Test
    void oneValueIsItsOwnMeanAndNoneHasNone() {
        MeanTally tally = new MeanTally();
        assertThat(tally.estimate()).isEmpty();
        tally.add(0.3, Resamples.weights(0));
        assertThat(tally.estimate()).contains(new Estimate(0.3, 0.3, 0.3, 1));
    }

    @Test
    void weightsArePoissonOfMeanOne() {
        int[] counts = new int[16];
        for (int scene = 0; scene < 100; scene++) {
            byte[] weights = Resamples.weights(scene);
            IntStream.range(0, weights.length).forEach(i -> counts[weights[i]]++);
        }
        double all = IntStream.of(counts).sum();
        assertThat(all).isEqualTo(100_000);
        assertThat(counts[0] / all).isCloseTo(Math.exp(-1), within(0.01));
        assertThat(counts[1] / all).isCloseTo(Math.exp(-1), within(0.01));
        assertThat(counts[2] / all).isCloseTo(Math.exp(-1) / 2, within(0.01));
        assertThat(counts[3] / all).isCloseTo(Math.exp(-1) / 6, within(0.01));
    }
}
