package dev.wherefore.vqa.head;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/** What places are told of two anchors in a grid of 2x4, at its first and at its seventh place. */
class AnchorsTest {

    private static final int FIRST = 0;
    private static final int SECOND = 6;

    private static float[] told(int place) {
        try (NDManager scope = NDManager.newBaseManager()) {
            float[] attention = new float[2 * 8];
            attention[FIRST] = 1;
            attention[8 + SECOND] = 1;
            Anchors anchors = Anchors.of(scope.create(attention, new Shape(1, 2, 8)), 2, 4);
            assertClose(
                    anchors.places().toFloatArray(),
                    new float[] {-0.75f, -0.5f, 0.25f, 0.5f},
                    1e-6,
                    "places");
            NDArray told = anchors.told();
            assertThat(told.getShape()).isEqualTo(new Shape(1, 8, Anchors.numbers(2)));
            return told.get("0, {}", place).toFloatArray();
        }
    }

    @Test
    void anAnchorIsToldThatItIsOneAndHowTheOtherLies() {
        float scale = (float) Math.sqrt(8);
        assertClose(
                told(SECOND),
                new float[] {1, 1, 0, 0, 0, scale, scale, scale},
                1e-6,
                "the second anchor");
        assertClose(
                told(FIRST),
                new float[] {0, 0, -1, -1, scale, 0, scale, scale},
                1e-6,
                "the first anchor");
    }

    @Test
    void anyOtherPlaceIsToldNoMoreThanHowFarItLiesFromEach() {
        assertClose(told(3), new float[] {1.5f, 0, 0.5f, -1, 0, 0, 0, 0}, 1e-6, "the fourth place");
    }
}
