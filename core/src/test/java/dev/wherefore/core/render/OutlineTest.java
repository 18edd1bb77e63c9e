package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.image.Plane;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {

    @ParameterizedTest
    @ValueSource(ints = {0xffffff, 0x000000, 0x808080, 0xff0000})
    void boxStandsOutOnAnyBackground(int background) {
        BufferedImage picture = TestPictures.plain(100, 120, background);
        BufferedImage drawn = Outline.white().drawBox(picture, new PixelBox(20, 30, 60, 80));
        float strongest = 0;
        for (int y = 26; y < 35; y++) {
            float difference = Rgb.luma(drawn.getRGB(40, y) & 0xffffff) - Rgb.luma(background);
            strongest = Math.max(strongest, Math.abs(difference));
        }
        assertThat(strongest).isGreaterThan(50);
        assertThat(drawn.getRGB(40, 55) & 0xffffff).isEqualTo(background);
        assertThat(drawn.getRGB(5, 5) & 0xffffff).isEqualTo(background);
        assertThat(TestPictures.colors(picture)).containsOnly(background);
    }

    @Test
    void boxOfOnePixelIsDrawnOnThatPixel() {
        BufferedImage drawn =
                Outline.white()
                        .drawBox(TestPictures.plain(9, 9, 0x808080), new PixelBox(4, 3, 5, 4));
        assertThat(drawn.getRGB(4, 3) & 0xffffff).isEqualTo(0xffffff);
        assertThat(drawn.getRGB(4, 2) & 0xffffff).isEqualTo(Outline.white().dark());
    }

    @Test
    void boxAtThePicturesEdgeIsStillSeenOnAllSides() {
        BufferedImage black = TestPictures.plain(50, 50, 0);
        BufferedImage drawn = Outline.white().drawBox(black, new PixelBox(-5, 0, 50, 70));
        int[][] places = {{0, 25}, {49, 25}, {25, 0}, {25, 49}};
        for (int[] place : places) {
            assertThat(Rgb.luma(drawn.getRGB(place[0], place[1]) & 0xffffff)).isGreaterThan(200);
        }
    }

    @Test
    void emptyBoxIsRefused() {
        assertThatThrownBy(() -> new PixelBox(3, 0, 3, 5))
                .hasMessage("a box must hold a pixel, found (3, 0, 3, 5)");
    }

    @Test
    void contourOfABumpIsACircle() {
        Plane cone = Plane.compute(41, 41, (y, x) -> 1 - (float) Math.hypot(y - 20, x - 20) / 20);
        List<double[]> points = points(Contour.of(cone, 0.5f));
        assertThat(points).hasSizeGreaterThan(50);
        for (double[] point : points) {
            assertThat(Math.hypot(point[0] - 20.5, point[1] - 20.5))
                    .isCloseTo(10, Offset.offset(0.05));
        }
    }

    @Test
    void contourMeetsItsLevelBetweenPixelCentres() {
        Plane map = Plane.of(2, 2, new float[] {0, 1, 0, 1});
        Rectangle2D bounds = Contour.of(map, 0.25f).getBounds2D();
        assertThat(bounds).isEqualTo(new Rectangle2D.Double(0.75, 0.5, 0, 1));
    }

    @Test
    void oppositeCornersAreKeptApart() {
        Plane falling = Plane.of(2, 2, new float[] {1, 0, 0, 1});
        Plane rising = Plane.of(2, 2, new float[] {0, 1, 1, 0});
        assertThat(points(Contour.of(falling, 0.75f))).hasSize(4);
        for (double[] point : points(Contour.of(falling, 0.75f))) {
            assertThat(Math.abs(point[0] - 1) + Math.abs(point[1] - 1))
                    .isCloseTo(0.75, Offset.offset(1e-6));
        }
        assertThat(points(Contour.of(rising, 0.75f))).hasSize(4);
    }

    @Test
    void everyContourSegmentParts() {
        for (int corners = 0; corners < 16; corners++) {
            int bits = corners;
            Plane map = Plane.compute(2, 2, (y, x) -> (bits >> (y * 2 + x)) & 1);
            int inside = Integer.bitCount(bits);
            boolean opposite = bits == 0b1001 || bits == 0b0110;
            int segments = inside == 0 || inside == 4 ? 0 : opposite ? 2 : 1;
            List<double[]> points = points(Contour.of(map, 0.5f));
            assertThat(points).as("corners %d", bits).hasSize(2 * segments);
            for (double[] point : points) {
                boolean onEdge = Math.abs(point[0] - 1) == 0.5 || Math.abs(point[1] - 1) == 0.5;
                assertThat(onEdge).isTrue();
                assertThat(changesAt(map, point)).as("corners %d", bits).isTrue();
            }
        }
    }

    @Test
    void nothingToOutlineGivesNoLine() {
        assertThat(points(Contour.of(Plane.of(2, 2, new float[4]), 0.5f))).isEmpty();
        Plane unknown = Plane.of(2, 2, new float[] {Float.NaN, 1, 1, 0});
        assertThat(points(Contour.of(unknown, 0.5f))).isEmpty();
    }

    @Test
    void unseenPartIsDimmedAndTheSeenPartKept() {
        BufferedImage picture = TestPictures.plain(60, 100, 0xc0d0e0);
        BufferedImage drawn = new SeenRegion(new PixelBox(20, 0, 80, 60)).draw(picture);
        assertThat(drawn.getRGB(50, 30) & 0xffffff).isEqualTo(0xc0d0e0);
        assertThat(Rgb.luma(drawn.getRGB(5, 30) & 0xffffff)).isLessThan(140);
        assertThat(Rgb.luma(drawn.getRGB(95, 30) & 0xffffff)).isLessThan(140);
    }

    @Test
    void pictureSeenWholeIsLeftAsItIs() {
        BufferedImage picture = TestPictures.plain(10, 10, 0xc0d0e0);
        BufferedImage drawn = new SeenRegion(new PixelBox(0, 0, 10, 10)).draw(picture);
        assertThat(TestPictures.colors(drawn)).containsOnly(0xc0d0e0);
    }

    /** Whether the two pixels on both sides of a point half-way between them differ. */
    private static boolean changesAt(Plane map, double[] point) {
        int x0 = (int) Math.floor(point[0] - 0.5);
        int y0 = (int) Math.floor(point[1] - 0.5);
        int x1 = (int) Math.ceil(point[0] - 0.5);
        int y1 = (int) Math.ceil(point[1] - 0.5);
        return map.at(y0, x0) != map.at(y1, x1);
    }

    private static List<double[]> points(Shape shape) {
        List<double[]> points = new ArrayList<>();
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            double[] point = new double[6];
            i.currentSegment(point);
            points.add(point);
        }
        return points;
    }
}
