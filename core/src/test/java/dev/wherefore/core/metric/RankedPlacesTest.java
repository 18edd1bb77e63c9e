package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.image.Plane;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankedPlacesTest {

    private static final float NAN = Float.NaN;

    @Test
    void placesAreOrderedFromTheHottestToWhatIsNoNumber() {
        Plane heat = Plane.of(2, 4, new float[] {0, 3, -1, NAN, -0f, 5, -2, 0.5f});
        RankedPlaces ranked = RankedPlaces.of(heat);
        assertThat(ranked.withoutHottest(0.25).toArray()).containsExactly(1, 0, 1, 1, 1, 0, 1, 1);
        // of the two zeros the first from the top is hotter
        assertThat(ranked.onlyHottest(0.5).toArray()).containsExactly(1, 1, 0, 0, 0, 1, 0, 1);
        assertThat(ranked.onlyHottest(0.75).toArray()).containsExactly(1, 1, 1, 0, 1, 1, 0, 1);
        assertThat(ranked.onlyHottest(1).min()).isEqualTo(1);
        assertThat(ranked.withoutHottest(1).max()).isZero();
    }

    @Test
    void theLotFallsOnPlacesThatAreAlikeAndOnNoOthers() {
        Plane heat = Plane.compute(64, 64, (y, x) -> y == 0 ? 1 : 0);
        Plane first = RankedPlaces.byLot(heat, new SplittableRandom(1)).onlyHottest(0.25);
        Plane second = RankedPlaces.byLot(heat, new SplittableRandom(2)).onlyHottest(0.25);
        assertThat(first).isNotEqualTo(second);
        assertThat(first)
                .isEqualTo(RankedPlaces.byLot(heat, new SplittableRandom(1)).onlyHottest(0.25));
        int alike = 0;
        int kept = 0;
        for (int y = 1; y < 64; y++) {
            assertThat(first.at(0, y)).isEqualTo(1);
            for (int x = 1; x < 64; x++) {
                kept += (int) first.at(y, x);
                alike += first.at(y, x) == first.at(y, x - 1) ? 1 : 0;
            }
        }
        assertThat(kept).isBetween(900, 1024);
        // patches, not single places: neighbours are nearly always alike
        assertThat(alike).isGreaterThan(63 * 63 * 9 / 10);
    }
}
