package dev.wherefore.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found by maps of a network at random, and of something else, worked out by hand. */
class SanityTest {

    private static final PixelMap PICTURE = PixelMap.of(1, 1, 4, new float[] {1, 2, 3, 4});
    private static final Plane HEAT = Plane.of(1, 4, new float[] {0, 0.2f, 0.3f, 1});

    private static SumOfPixels map(Plane heat) {
        return new SumOfPixels(PICTURE, p -> heat);
    }

    @Test
    void theCorrelationsWithAllStepsAreAveraged() {
        SumOfPixels map = map(HEAT);
        map.randomised =
                List.of(
                        // the same order, the last two exchanged, nothing, the other way round
                        new RandomisedMap(0.25, Plane.of(1, 4, new float[] {0, 0.7f, 0.8f, 0.9f})),
                        new RandomisedMap(0.5, Plane.of(1, 4, new float[] {0, 0.1f, 1, 0.5f})),
                        new RandomisedMap(0.75, Plane.of(1, 4, new float[4])),
                        new RandomisedMap(1, Plane.of(1, 4, new float[] {1, 0.5f, 0.4f, 0})));
        for (LayerOrder order : LayerOrder.values()) {
            Finding found = new Randomisation(order).of(map);
            // one exchange of neighbours among four: 1 - 6 * 2 / (4 * 15) = 0.8
            assertThat(found.value().orElseThrow()).isCloseTo((1 + 0.8 + 0 - 1) / 4, within(1e-9));
            Curve curve = found.curves().get(0);
            assertThat(curve.shares()).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
            assertThat(curve.values().get(0)).isEqualTo(1);
            assertThat(curve.values().get(2)).isCloseTo(0.8, within(1e-9));
            assertThat(curve.values().get(4)).isCloseTo(-1, within(1e-9));
            assertThat(curve.kind().counted()).isEqualTo("rank correlation");
            Curve similarity = found.curves().get(1);
            assertThat(similarity.name()).isEqualTo(curve.name() + "-ssim");
            assertThat(similarity.values().get(1)).isLessThan(1);
        }
    }

    @Test
    void anotherTargetsMapIsCompared() {
        SumOfPixels map = map(HEAT);
        map.other = Plane.of(1, 4, new float[] {1, 0.5f, 0.4f, 0});
        Check check = new RandomTarget();
        assertThat(check.of(map).value().orElseThrow()).isCloseTo(-1, within(1e-9));
        map.other = Plane.of(1, 4, new float[4]);
        assertThat(check.of(map).value()).hasValue(0);
    }

    @Test
    void aMapThatSaysNothingIsNotCompared() {
        SumOfPixels map = map(Plane.of(1, 4, new float[4]));
        map.randomised = List.of(new RandomisedMap(1, HEAT));
        map.other = HEAT;
        assertThat(new Randomisation(LayerOrder.CASCADING).of(map)).isEqualTo(Finding.NONE);
        assertThat(new RandomTarget().of(map)).isEqualTo(Finding.NONE);
    }
}
