package dev.wherefore.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.tracker.Tracker;
import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void risesInAStraightLineAndFallsAlongACosine() {
        Tracker rate = new LearningRate(0.1, 0.01, 0.2).over(100);
        assertThat(rate.getNewValue(0)).isCloseTo(0.005f, within(1e-6f));
        assertThat(rate.getNewValue(10)).isCloseTo(0.0525f, within(1e-6f));
        assertThat(rate.getNewValue(20)).isCloseTo(0.1f, within(1e-6f));
        assertThat(rate.getNewValue(60)).isCloseTo(0.055f, within(1e-6f));
        assertThat(rate.getNewValue(100)).isCloseTo(0.01f, within(1e-6f));
    }

    @Test
    void beginsAtThePeakWithoutAWarmUp() {
        assertThat(new LearningRate(0.1, 0, 0).over(10).getNewValue(0)).isEqualTo(0.1f);
    }

    @Test
    void numbersThatMakeNoSenseAreRefusedByTheirKeys() {
        assertThatThrownBy(() -> new LearningRate(0, 0, 0)).hasMessageStartingWith("peak must");
        assertThatThrownBy(() -> new LearningRate(1, 2, 0)).hasMessageStartingWith("last must");
        assertThatThrownBy(() -> new LearningRate(1, 0, 1)).hasMessageStartingWith("warm-up must");
    }
}
