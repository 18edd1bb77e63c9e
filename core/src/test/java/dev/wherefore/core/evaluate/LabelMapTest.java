package dev.wherefore.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.dataset.Contents;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures of 2x4 pixels, cut by hand. */
class LabelMapTest {

    private static final Size SIZE = new Size(2, 4);

    private static List<Integer> labels(LabelMap map) {
        return IntStream.range(0, 8).mapToObj(map::at).toList();
    }

    private static Truth box(int left, int right) {
        Rectangle box = new Rectangle(left, 0, right, 1);
        return new Truth(Mask.of(SIZE, List.of(box)), List.of(box));
    }

    @Test
    void thePixelIsOfTheMapThatIsNearestItsMaximum() {
        Map<Integer, HeatOnPicture> heats =
                Map.of(
                        2, HeatOnPicture.of(Plane.of(2, 4, new float[] {10, 5, 2, 1, 0, 0, 0, 0})),
                        7, HeatOnPicture.of(Plane.of(2, 4, new float[] {0, 3, 1, 1, 4, 0, 0, 0})),
                        9, HeatOnPicture.of(Plane.of(2, 4, new float[] {1, 1, 1, 1, 1, 1, 1, 1})));
        // of the first maximum 1, .5, .2, .1; of the second 0, .75, .25, .25; the third says
        // nothing
        assertThat(labels(LabelMap.of(SIZE, heats, 0.2))).containsExactly(2, 7, 7, 7, 7, 0, 0, 0);
        assertThat(labels(LabelMap.of(SIZE, heats, 0.6))).containsExactly(2, 7, 0, 0, 7, 0, 0, 0);
    }

    @Test
    void theSmallerOfTwoThingsIsOnTopAndWhatHasNoClassIsUnknown() {
        Contents contents =
                new Contents() {
                    @Override
                    public Set<String> labels() {
                        return Set.of("dog", "cat", "unicorn");
                    }

                    @Override
                    public Optional<Truth> truth(String label) {
                        return Optional.of(box(2, 4));
                    }
                };
        LabelMap truth =
                LabelMap.truth(
                        SIZE,
                        Map.of("dog", 1, "cat", 2, "unicorn", 3),
                        Map.of("dog", box(0, 3), "cat", box(1, 2)),
                        contents);
        assertThat(labels(truth)).containsExactly(1, 2, 1, LabelMap.UNKNOWN, 0, 0, 0, 0);
    }

    @Test
    void overlapsAreAddedUpOverAllPicturesBeforeTheyAreDivided() {
        OverlapTally tally = new OverlapTally();
        byte[] twice = new byte[Resamples.COUNT];
        twice[0] = 2;
        tally.add(1, 2, 3, twice);
        assertThat(tally.iou()).hasValue(1 / 4.0);
        tally.add(6, 6, 6, new byte[Resamples.COUNT]);
        // 7 of 10, not the mean of a quarter and 1
        assertThat(tally.iou()).hasValue(0.7);
        assertThat(tally.iou(0)).hasValue(1 / 4.0);
        assertThat(tally.iou(1)).isEmpty();
    }
}
