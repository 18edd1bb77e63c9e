package dev.wherefore.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Channels;
import dev.wherefore.core.image.Filter;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.image.Resize;
import dev.wherefore.core.image.ValueRange;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackerTest {

    private static final int SIDE = 6;
    private static final int SIZE = 3 * SIDE * SIDE;
    private static final Shape SHAPE = new Shape(3, SIDE, SIDE);
    private static final Target LOGIT = ClassTarget.logit(0);

    private static Preprocessing preprocessing(ValueRange range) {
        return new Preprocessing(
                new Resize.None(),
                Optional.empty(),
                Filter.BILINEAR,
                Channels.RGB,
                range,
                List.of(0.5, 0.25, 0.0),
                List.of(0.25, 0.5, 2.0));
    }

    private static final Preprocessing USUAL = preprocessing(ValueRange.ZERO_TO_ONE);

    private static PreparedPicture picture(long seed, Preprocessing preprocessing) {
        byte[] samples = new byte[SIZE];
        new SplittableRandom(seed).nextBytes(samples);
        samples[0] = 0;
        samples[1] = (byte) 255;
        return preprocessing.apply(Picture.of(SIDE, SIDE, samples, "noise"));
    }

    private static float[] weights() {
        SplittableRandom random = new SplittableRandom(5);
        float[] weights = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            weights[i] = (float) (random.nextDouble() - 0.5);
        }
        return weights;
    }

    private static List<PreparedPicture> attack(
            boolean squared, Preprocessing preprocessing, AttackPlan plan) {
        List<PreparedPicture> pictures =
                List.of(picture(1, preprocessing), picture(2, preprocessing));
        try (LinearNetwork network = new LinearNetwork(weights(), SHAPE, squared);
                Attacker attacker = new Attacker(network, preprocessing)) {
            return attacker.attack(new PictureBatch(0, pictures), LOGIT, plan, List.of(3, 4));
        }
    }

    /** Pixels from 0 to 1. */
    private static double[] pixels(PreparedPicture picture, Preprocessing preprocessing) {
        float[] values = picture.channelsFirst();
        return IntStream.range(0, SIZE)
                .mapToDouble(
                        i -> {
                            int c = i / (SIDE * SIDE);
                            return (values[i] - preprocessing.black(c)) / preprocessing.span(c);
                        })
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(ValueRange.class)
    void fgsmOnALinearNetworkMovesEachPixelByEpsilonAlongItsWeight(ValueRange range) {
        Preprocessing preprocessing = preprocessing(range);
        double epsilon = 8 / 255.0;
        AttackPlan plan = new AttackPlan(AttackMethod.FGSM, epsilon, 0, 1, 1);
        double[] before = pixels(picture(1, preprocessing), preprocessing);
        double[] after = pixels(attack(false, preprocessing, plan).get(0), preprocessing);
        float[] weights = weights();
        for (int i = 0; i < SIZE; i++) {
            double moved = before[i] + epsilon * Math.signum(weights[i]);
            double expected = Math.max(0, Math.min(1, moved));
            assertThat(after[i]).as("pixel %d", i).isCloseTo(expected, within(2e-6));
        }
        assertThat(before[0]).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(AttackMethod.class)
    void noAttackLeavesTheBallOrThePixelsRange(AttackMethod method) {
        double epsilon = 5 / 255.0;
        AttackPlan plan = new AttackPlan(method, epsilon, 0.1, 7, 1);
        List<PreparedPicture> attacked = attack(true, USUAL, plan);
        for (int p = 0; p < 2; p++) {
            double[] before = pixels(picture(p + 1, USUAL), USUAL);
            double[] after = pixels(attacked.get(p), USUAL);
            double farthest = 0;
            for (int i = 0; i < SIZE; i++) {
                farthest = Math.max(farthest, Math.abs(after[i] - before[i]));
                assertThat(after[i]).isBetween(-2e-6, 1 + 2e-6);
            }
            // steps are longer than the way, so that some pixel is stopped at the bound
            assertThat(farthest).isCloseTo(epsilon, within(2e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(AttackMethod.class)
    void anEpsilonOfZeroChangesNothing(AttackMethod method) {
        AttackPlan plan = new AttackPlan(method, 0, 0.1, 3, 1);
        for (ValueRange range : ValueRange.values()) {
            Preprocessing preprocessing = preprocessing(range);
            assertThat(attack(true, preprocessing, plan).get(1).channelsFirst())
                    .containsExactly(picture(2, preprocessing).channelsFirst());
        }
    }

    @Test
    void theSameSeedStartsAtTheSamePlaceAndAnotherElsewhere() {
        float[] one = started(1);
        assertThat(started(1)).containsExactly(one);
        assertThat(started(2)).isNotEqualTo(one);
    }

    private static float[] started(long seed) {
        AttackPlan plan = new AttackPlan(AttackMethod.PGD, 0.1, 0.01, 2, seed);
        return attack(true, USUAL, plan).get(0).channelsFirst();
    }

    @Test
    void severalStepsRaiseTheTargetAtLeastAsMuchAsOne() {
        AttackPlan once = new AttackPlan(AttackMethod.FGSM, 0.1, 0, 1, 1);
        AttackPlan often = new AttackPlan(AttackMethod.ITERATED_FGSM, 0.1, 0.02, 10, 1);
        assertThat(score(attack(true, USUAL, often).get(0)))
                .isGreaterThanOrEqualTo(score(attack(true, USUAL, once).get(0)))
                .isGreaterThan(score(picture(1, USUAL)) + 0.1);
    }

    private static double score(PreparedPicture picture) {
        float[] values = picture.channelsFirst();
        float[] weights = weights();
        return IntStream.range(0, SIZE)
                .mapToDouble(i -> (double) weights[i] * values[i] * values[i])
                .sum();
    }
}
