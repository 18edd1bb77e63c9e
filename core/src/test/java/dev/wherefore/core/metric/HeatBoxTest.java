package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.image.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeatBoxTest {

    @Test
    void boxHoldsThePlacesThatReachTheShareOfTheMaximum() {
        Plane map =
                Plane.of(
                        3,
                        5,
                        new float[] {
                            0, 0, 0.14f, 0, 0, //
                            0, 0.15f, 1, 0.5f, 0, //
                            0, 0, 0.2f, 0, 0.1f
                        });
        assertThat(HeatBox.of(map, HeatBox.PAPER_THRESHOLD)).contains(new HeatBox(1, 1, 4, 3));
        assertThat(HeatBox.of(map, 1)).contains(new HeatBox(2, 1, 3, 2));
    }

    @Test
    void theLargestSegmentWinsAndNotTheHottest() {
        Plane map = Plane.of(1, 7, new float[] {1, 0, 0.5f, 0.5f, 0, 0.4f, 0.4f});
        assertThat(HeatBox.of(map, 0.15f)).contains(new HeatBox(2, 0, 4, 1));
    }

    @Test
    void placesAreConnectedAtCornersButNotRoundTheEdge() {
        Plane diagonal = Plane.of(2, 3, new float[] {1, 0, 0, 0, 1, 0});
        assertThat(HeatBox.of(diagonal, 0.5f)).contains(new HeatBox(0, 0, 2, 2));
        Plane wrapped = Plane.of(2, 3, new float[] {0, 0, 1, 1, 0, 0});
        assertThat(HeatBox.of(wrapped, 0.5f)).contains(new HeatBox(2, 0, 3, 1));
    }

    @Test
    void mapsThatPointNowhereHaveNoBox() {
        assertThat(HeatBox.of(Plane.of(2, 2, new float[4]), 0.15f)).isEmpty();
        assertThat(HeatBox.of(Plane.compute(2, 2, (y, x) -> 0.7f), 0.15f)).isEmpty();
        assertThat(HeatBox.of(Plane.of(1, 2, new float[] {-1, -2}), 0.15f)).isEmpty();
        assertThat(HeatBox.of(Plane.of(1, 2, new float[] {Float.NaN, Float.NaN}), 0.5f)).isEmpty();
    }

    @Test
    void notANumberIsCold() {
        Plane map = Plane.of(1, 4, new float[] {Float.NaN, 1, 1, 0});
        assertThat(HeatBox.of(map, 0.15f)).contains(new HeatBox(1, 0, 3, 1));
    }

    @Test
    void boxesAgreeWithASlowSearch() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int height = 1 + random.nextInt(7);
            int width = 1 + random.nextInt(7);
            Plane map = Plane.compute(height, width, (y, x) -> random.nextInt(3) == 0 ? 1 : 0);
            if (map.min() < map.max()) {
                assertThat(HeatBox.of(map, 0.5f)).contains(slowBox(map));
            }
        }
    }

    @Test
    void largeMapsAreNoTrouble() {
        Plane map = Plane.compute(2000, 3000, (y, x) -> y == 0 && x == 0 ? 0 : 1);
        assertThat(HeatBox.of(map, 0.15f)).contains(new HeatBox(0, 0, 3000, 2000));
    }

    @Test
    void thresholdMustBeAShare() {
        Plane map = Plane.of(1, 2, new float[] {0, 1});
        assertThatThrownBy(() -> HeatBox.of(map, 0))
                .hasMessage("threshold must be in (0, 1], found 0.0");
        assertThatThrownBy(() -> HeatBox.of(map, Float.NaN)).hasMessageContaining("NaN");
    }

    /** Spreads the smallest number over each segment until nothing changes, then counts. */
    private static HeatBox slowBox(Plane map) {
        int width = map.width();
        int[] label = new int[map.height() * width];
        for (int i = 0; i < label.length; i++) {
            label[i] = map.at(i / width, i % width) > 0 ? i + 1 : 0;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int a = 0; a < label.length; a++) {
                for (int b = 0; b < label.length; b++) {
                    boolean near =
                            Math.abs(a / width - b / width) <= 1
                                    && Math.abs(a % width - b % width) <= 1;
                    if (near && label[a] > label[b] && label[b] > 0) {
                        label[a] = label[b];
                        changed = true;
                    }
                }
            }
        }
        int best = 0;
        int bestCount = 0;
        for (int candidate = 1; candidate <= label.length; candidate++) {
            int count = 0;
            for (int l : label) {
                count += l == candidate ? 1 : 0;
            }
            if (count > bestCount) {
                best = candidate;
                bestCount = count;
            }
        }
        int x0 = width;
        int y0 = map.height();
        int x1 = 0;
        int y1 = 0;
        for (int i = 0; i < label.length; i++) {
            if (label[i] == best) {
                x0 = Math.min(x0, i % width);
                y0 = Math.min(y0, i / width);
                x1 = Math.max(x1, i % width + 1);
                y1 = Math.max(y1, i / width + 1);
            }
        }
        return new HeatBox(x0, y0, x1, y1);
    }
}
