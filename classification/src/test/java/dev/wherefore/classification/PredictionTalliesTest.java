package dev.wherefore.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Errors and shares of maps whose answers are obvious. */
class PredictionTalliesTest {

    private static final Rectangle BOX = new Rectangle(0, 0, 4, 4);
    private static final Truth TRUTH =
            new Truth(Mask.of(new Size(8, 8), List.of(BOX)), List.of(BOX));

    private static Map<String, HeatOnPicture> map(int side) {
        Plane heat = Plane.compute(8, 8, (y, x) -> y < side && x < side ? 1 : 0);
        return Map.of("grad-cam", HeatOnPicture.of(heat));
    }

    @Test
    void ilsvrcsErrorsWantTheClassAndItsBox() {
        List<Map<String, Integer>> errors =
                List.of(
                        // right and found; right and too large (49 of 64 pixels); second and
                        // found; not among them
                        LocalisationErrors.of(0, TRUTH, List.of(map(4), map(8))),
                        LocalisationErrors.of(0, TRUTH, List.of(map(7), map(4))),
                        LocalisationErrors.of(1, TRUTH, List.of(map(7), map(4))),
                        LocalisationErrors.of(2, TRUTH, List.of(map(4), map(4))));
        assertThat(errors.stream().map(e -> e.get("classification-error-top-1")))
                .containsExactly(0, 0, 1, 1);
        assertThat(errors.stream().map(e -> e.get("classification-error-top-5")))
                .containsExactly(0, 0, 0, 1);
        assertThat(errors.stream().map(e -> e.get("localisation-error-top-1: grad-cam")))
                .containsExactly(0, 1, 1, 1);
        assertThat(errors.stream().map(e -> e.get("localisation-error-top-5: grad-cam")))
                .containsExactly(0, 1, 0, 1);
    }

    @Test
    void aMapBelowTheThresholdRejectsItsClass() {
        RejectionTally tally = new RejectionTally(Optional.of(1.0));
        tally.add(0, 2, OptionalDouble.of(1));
        tally.add(0, 2, OptionalDouble.of(0));
        tally.add(1, 0.5, OptionalDouble.of(1));
        tally.add(1, 0.5, OptionalDouble.empty());
        tally.add(2, 1, OptionalDouble.empty());
        // a hit, a miss, a class that is there rejected, one that is not, one that should have been
        assertThat(tally.share()).hasValue(2 / 5.0);
        assertThat(tally.threshold()).isEqualTo(1);
    }

    @Test
    void theThresholdIsChosenOnEverySecondPicture() {
        RejectionTally tally = new RejectionTally(Optional.empty());
        tally.add(0, 1, OptionalDouble.empty());
        tally.add(0, 3, OptionalDouble.of(1));
        tally.add(2, 2, OptionalDouble.empty());
        tally.add(2, 5, OptionalDouble.empty());
        assertThat(tally.share()).isEmpty();
        tally.add(1, 2.9, OptionalDouble.empty());
        tally.add(1, 4, OptionalDouble.of(0.5));
        tally.add(3, 9, OptionalDouble.empty());
        tally.add(3, 1, OptionalDouble.of(1));
        // rejecting below 3 is right three times of four
        assertThat(tally.threshold()).isEqualTo(3);
        assertThat(tally.share()).hasValue(1.5 / 4);
    }
}
