package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import org.junit.jupiter.api.Test;

class BaselinesTest {

    private static final Geometry WHOLE = Geometry.identity(new Size(80, 120));

    /** A 40x40 input that shows the square in the middle of the picture. */
    private static final Geometry MIDDLE =
            new Geometry(new Size(80, 120), new Size(40, 40), new Rectangle(20, 0, 100, 80));

    private static final Size GRID = new Size(4, 5);

    private static Sight sight(Geometry geometry, Size grid, long seed) {
        return new Sight(
                geometry,
                grid,
                seed,
                () -> {
                    throw new AssertionError("this baseline knows nothing of the picture");
                });
    }

    @Test
    void edgesAreSobelsOfThePictureWhereTheNetworkSaw() {
        // dark on the left, brighter from the second column on, still brighter from the fourth
        Plane grey = Plane.compute(3, 6, (y, x) -> x < 1 ? 0 : x < 3 ? 1 : 3);
        Geometry seen = new Geometry(new Size(3, 6), new Size(3, 3), new Rectangle(0, 0, 3, 3));
        Plane edges = new EdgeBaseline().map(new Sight(seen, GRID, 1, () -> grey));
        // steps between the neighbours: 0 at the mirrored border, 1, 2; the network saw three
        // columns
        assertThat(edges.toArray())
                .containsExactly(0, 0.5f, 1, 0, 0, 0, 0, 0.5f, 1, 0, 0, 0, 0, 0.5f, 1, 0, 0, 0);
    }

    @Test
    void theBellIsHighestInTheMiddleAndItsBoxIsTheMiddleHalf() {
        Plane bell = new CentreBaseline().map(sight(WHOLE, GRID, 1));
        assertThat(bell.at(39, 59)).isEqualTo(bell.max()).isEqualTo(bell.at(40, 60));
        assertThat(bell.max()).isBetween(0.99f, 1f);
        assertThat(bell.at(0, 60)).isCloseTo((float) Math.exp(-7.8), within(1e-4f));
        assertThat(HeatBox.of(bell, HeatBox.PAPER_THRESHOLD)).contains(new HeatBox(31, 21, 89, 59));
        assertThat(new CentreBaseline().map(sight(MIDDLE, GRID, 2))).isEqualTo(bell);
    }

    @Test
    void noiseIsThatOfItsSeed() {
        RandomBaseline random = new RandomBaseline();
        Plane first = random.map(sight(WHOLE, GRID, 7));
        assertThat(random.map(sight(WHOLE, GRID, 7))).isEqualTo(first);
        assertThat(random.map(sight(WHOLE, GRID, 8))).isNotEqualTo(first);
        assertThat(first.min()).isGreaterThanOrEqualTo(0);
        assertThat(first.max()).isLessThan(1);
    }

    @Test
    void noiseIsAsCoarseAsTheGridAndLiesWhereTheNetworkSaw() {
        Plane noise = new RandomBaseline().map(sight(MIDDLE, new Size(1, 2), 3));
        assertThat(noise.height()).isEqualTo(80);
        assertThat(noise.width()).isEqualTo(120);
        for (int y = 0; y < 80; y++) {
            assertThat(noise.at(y, 19)).isZero();
            assertThat(noise.at(y, 100)).isZero();
            // beyond the outer cells' centres, at a quarter of what was seen, nothing changes
            assertThat(noise.at(y, 20)).isCloseTo(noise.at(0, 38), within(1e-6f)).isPositive();
            assertThat(noise.at(y, 99)).isCloseTo(noise.at(0, 82), within(1e-6f)).isPositive();
        }
        assertThat(noise.at(0, 20)).isNotEqualTo(noise.at(0, 99));
    }
}
