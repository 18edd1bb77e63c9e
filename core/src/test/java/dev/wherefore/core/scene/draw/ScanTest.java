package dev.wherefore.core.scene.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScanTest {

    private static final int SIDE = 12;
    private static final Affine AS_IT_IS = Affine.scale(1, 1);

    @Test
    void aRectanglesEdgesCoverTheirShareOfEachPixel() {
        float[][] coverage = cover(Path.box(1.25, 2.5, 4.5, 3), AS_IT_IS);
        assertThat(coverage[3][1]).isCloseTo(0.75f, within(1e-6f));
        assertThat(coverage[3][3]).isEqualTo(1);
        assertThat(coverage[3][5]).isCloseTo(0.75f, within(1e-6f));
        assertThat(coverage[2][1]).isCloseTo(0.375f, within(1e-6f));
        assertThat(coverage[5][3]).isCloseTo(0.5f, within(1e-6f));
        assertThat(coverage[6][3]).isZero();
        assertThat(coverage[3][6]).isZero();
        assertThat(sum(coverage)).isCloseTo(13.5, within(1e-5));
    }

    @Test
    void aTrianglesCoverageIsItsAreaInEachPixel() {
        float[][] coverage = cover(Path.polygon(0, 0, 10, 0, 0, 5), AS_IT_IS);
        assertThat(sum(coverage)).isCloseTo(25, within(1e-5));
        assertThat(coverage[0][0]).isEqualTo(1);
        assertThat(coverage[0][8]).isCloseTo(0.75f, within(1e-6f));
        assertThat(coverage[0][9]).isCloseTo(0.25f, within(1e-6f));
        assertThat(coverage[4][0]).isCloseTo(0.75f, within(1e-6f));
        assertThat(coverage[4][2]).isZero();
    }

    @Test
    void aSteepTriangleIsExactToo() {
        float[][] coverage = cover(Path.polygon(3.3, 0.7, 5.9, 11.2, 1.1, 9.4), AS_IT_IS);
        double area = Math.abs((5.9 - 3.3) * (9.4 - 0.7) - (1.1 - 3.3) * (11.2 - 0.7)) / 2;
        assertThat(sum(coverage)).isCloseTo(area, within(1e-4));
    }

    @Test
    void contoursUniteWhicheverWayTheyTurn() {
        Path clockwise = Path.box(1, 1, 4, 4);
        Path other = Path.polygon(3, 3, 3, 7, 7, 7, 7, 3);
        float[][] coverage = cover(clockwise.and(other), AS_IT_IS);
        assertThat(coverage[3][3]).isEqualTo(1);
        assertThat(sum(coverage)).isCloseTo(28, within(1e-5));
    }

    @Test
    void aHoleIsCutOut() {
        float[][] coverage = cover(Path.box(1, 1, 8, 8).without(Path.box(3, 3, 2, 2)), AS_IT_IS);
        assertThat(coverage[3][3]).isZero();
        assertThat(sum(coverage)).isCloseTo(60, within(1e-5));
    }

    @Test
    void aMirroredShapeCoversAsMuch() {
        Path shape = Path.oval(4, 5, 3, 2).and(Path.box(4, 5, 4, 1));
        double plain = sum(cover(shape, AS_IT_IS));
        double mirrored = sum(cover(shape, new Affine(-1, 0, 0, 1, SIDE, 0)));
        assertThat(mirrored).isCloseTo(plain, within(1e-4));
        assertThat(plain).isGreaterThan(18);
    }

    @Test
    void whatLiesBeyondTheEdgesIsLeftOut() {
        assertThat(sum(cover(Path.box(-5, 3, 8, 2), AS_IT_IS))).isCloseTo(6, within(1e-5));
        assertThat(sum(cover(Path.box(10, -4, 9, 100), AS_IT_IS))).isCloseTo(24, within(1e-5));
        assertThat(sum(cover(Path.box(30, 30, 5, 5), AS_IT_IS))).isZero();
    }

    @Test
    void aLineIsAsWideAsAsked() {
        Path line = Stroke.along(2, 2, 6, 10, 6);
        assertThat(sum(cover(line, AS_IT_IS))).isCloseTo(8 * 2 + Math.PI, within(0.15));
    }

    private static float[][] cover(Path path, Affine map) {
        float[][] coverage = new float[SIDE][SIDE];
        new Scan(0, 0, SIDE, SIDE)
                .cover(
                        path,
                        map,
                        (y, from, to, row) -> {
                            for (int x = from; x < to; x++) {
                                coverage[y][x] = row[x - from];
                            }
                        });
        return coverage;
    }

    private static double sum(float[][] coverage) {
        double sum = 0;
        for (float[] row : coverage) {
            for (float value : row) {
                sum += value;
            }
        }
        return sum;
    }
}
