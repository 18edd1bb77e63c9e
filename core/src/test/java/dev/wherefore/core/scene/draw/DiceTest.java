package dev.wherefore.core.scene.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void theNumbersAreThoseOfSplitMix() {
        Dice dice = new Dice(42);
        SplittableRandom same = new SplittableRandom(new SplittableRandom(42).nextLong());
        for (int i = 0; i < 20; i++) {
            assertThat(dice.next()).isEqualTo(same.nextLong());
        }
    }

    @Test
    void allFacesComeEquallyOften() {
        Dice dice = new Dice(1);
        int[] counts = new int[5];
        double sum = 0;
        for (int i = 0; i < 50_000; i++) {
            counts[dice.below(5)]++;
            sum += dice.between(-1, 3);
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_700, 10_300);
        }
        assertThat(sum / 50_000).isCloseTo(1, within(0.02));
    }
}
