package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.inject.Guice;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.Mask;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The metrics of hand-made maps are the numbers worked out by hand. */
class MetricsTest {

    private static final float NAN = Float.NaN;

    /** Rows of a mask: {@code #} is right. The boxes are given. */
    private static Truth truth(List<String> rows, Rectangle... boxes) {
        int width = rows.get(0).length();
        BitSet pixels = new BitSet();
        for (int i = 0; i < rows.size() * width; i++) {
            pixels.set(i, rows.get(i / width).charAt(i % width) == '#');
        }
        return new Truth(Mask.of(width, rows.size(), pixels), List.of(boxes));
    }

    private static Rectangle box(int left, int top, int right, int bottom) {
        return new Rectangle(left, top, right, bottom);
    }

    private static HeatOnPicture heat(int height, float... values) {
        return HeatOnPicture.of(Plane.of(height, values.length / height, values));
    }

    private static double value(Metric metric, HeatOnPicture heat, Truth truth) {
        return metric.of(heat, truth).orElseThrow();
    }

    /** An object in the upper left 2x2 of a 3x4 picture. */
    private static final Truth CORNER = truth(List.of("##..", "##..", "...."), box(0, 0, 2, 2));

    @Test
    void theHottestPixelHitsOrMisses() {
        HeatOnPicture inside = heat(3, 0, 0.2f, 0, 0, 0, 0.9f, 0.8f, 0, 0, 0, 0, 0);
        HeatOnPicture beside = heat(3, 0, 0.2f, 0, 0, 0, 0.8f, 0.9f, 0, 0, 0, 0, 0);
        assertThat(value(new PointingGame(0), inside, CORNER)).isEqualTo(1);
        assertThat(value(new PointingGame(0), beside, CORNER)).isZero();
    }

    @Test
    void onlySmallThingsThatAreNotAloneAreDifficult() {
        Metric metric = new DifficultPointing(0);
        HeatOnPicture hit = heat(3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        // two of twelve pixels, then three, which are a quarter
        Truth small = truth(List.of("##..", "....", "...."), box(0, 0, 2, 1));
        Truth large = truth(List.of("###.", "....", "...."), box(0, 0, 3, 1));
        Metric.Located other = new Metric.Located(hit, CORNER);
        assertThat(metric.of(hit, small, List.of(other))).hasValue(1);
        assertThat(metric.of(heat(3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0), small, List.of(other)))
                .hasValue(0);
        assertThat(metric.of(hit, large, List.of(other))).isEmpty();
        assertThat(metric.of(hit, small)).isEmpty();
        // the same thing, spoken of twice
        assertThat(metric.of(hit, small, List.of(new Metric.Located(hit, small)))).isEmpty();
    }

    @Test
    void pixelsThatAreEquallyHotShareTheHit() {
        HeatOnPicture row = heat(3, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0.5f);
        assertThat(value(new PointingGame(0), row, CORNER)).isEqualTo(2 / 3.0);
        HeatOnPicture far = heat(3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(value(new PointingGame(0), far, CORNER)).isEqualTo(0.5);
    }

    @Test
    void aToleranceIsADistanceBetweenPixels() {
        HeatOnPicture oneBeside = heat(3, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(value(new PointingGame(1), oneBeside, CORNER)).isEqualTo(1);
        // (3, 2) is 2 columns and 1 row from the object: the root of 5
        HeatOnPicture far = heat(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(value(new PointingGame(2), far, CORNER)).isZero();
        assertThat(value(new PointingGame(3), far, CORNER)).isEqualTo(1);
        assertThatThrownBy(() -> new PointingGame(-1)).hasMessageContaining("found -1");
    }

    @Test
    void energyIsTheShareOfTheHeatOnTheObject() {
        HeatOnPicture map = heat(3, 0.5f, 0.25f, 0.25f, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(value(new EnergyInside(), map, CORNER)).isEqualTo(0.375);
        HeatOnPicture onTheMask = heat(3, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(value(new EnergyInside(), onTheMask, CORNER)).isEqualTo(1);
    }

    @Test
    void whatIsNegativeOrNotANumberIsCold() {
        HeatOnPicture map = heat(3, 0.5f, NAN, 0.5f, 0, -9, -9, 0, NAN, 0, -9, 0, 0);
        assertThat(value(new EnergyInside(), map, CORNER)).isEqualTo(0.5);
        assertThat(value(new PointingGame(0), map, CORNER)).isEqualTo(0.5);
        assertThat(value(new BoxIou(), map, CORNER)).isEqualTo(0.25);
    }

    @Test
    void theBoxAtFifteenPercentIsComparedWithTheObjects() {
        // hot: columns 1 and 2 of rows 0 and 1, above 0.15; shared 2 of 4 + 4 - 2
        HeatOnPicture map = heat(3, 0.1f, 1, 0.15f, 0.14f, 0, 0.2f, 0.5f, 0, 0, 0, 0, 0);
        assertThat(value(new BoxIou(), map, CORNER)).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(value(new Localisation(), map, CORNER)).isZero();
        HeatOnPicture wide = heat(3, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(value(new BoxIou(), wide, CORNER)).isEqualTo(0.5);
        assertThat(value(new Localisation(), wide, CORNER)).isEqualTo(1);
    }

    @Test
    void ofSeveralObjectsTheOneThatFitsBestCounts() {
        Truth two = truth(List.of("#..#", "#..#", "...#"), box(0, 0, 1, 2), box(3, 0, 4, 3));
        HeatOnPicture right = heat(3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(value(new BoxIou(), right, two)).isEqualTo(1);
        HeatOnPicture left = heat(3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(value(new BoxIou(), left, two)).isEqualTo(0.5);
        assertThat(value(new PointingGame(0), left, two)).isEqualTo(1);
        HeatOnPicture both = heat(3, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1);
        assertThat(value(new EnergyInside(), both, two)).isEqualTo(1);
    }

    @Test
    void mapsThatSayNothingAreMisses() {
        List<HeatOnPicture> empty =
                List.of(
                        heat(3, new float[12]),
                        heat(3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                        heat(3, -1, -2, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                        heat(3, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN),
                        new HeatOnPicture(
                                heat(3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).map(), false));
        Metrics metrics = Guice.createInjector(new MetricModule()).getInstance(Metrics.class);
        assertThat(metrics.names()).hasSizeGreaterThanOrEqualTo(5);
        for (HeatOnPicture map : empty) {
            assertThat(map.evidence()).isFalse();
            for (String name : metrics.names()) {
                MetricCard card = metrics.get(name).card();
                double worst = card.higherIsBetter() ? card.least() : card.most();
                metrics.get(name)
                        .of(map, CORNER)
                        .ifPresent(v -> assertThat(v).as(name).isEqualTo(worst));
            }
        }
    }

    @Test
    void complexityIsTheMeanHeatWhereTheHottestIsOne() {
        HeatOnPicture map = heat(3, 2, 1, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(value(new Complexity(), map, CORNER)).isEqualTo(1.5 / 12);
        assertThat(Complexity.of(map.map().map(v -> 1))).isEqualTo(1);
    }

    @Test
    void mapsOfThingsElsewhereShallDiffer() {
        Truth other = truth(List.of("....", "....", "..##"), box(2, 2, 4, 3));
        HeatOnPicture here = heat(3, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0);
        HeatOnPicture there = heat(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        MapDifference difference = new MapDifference();
        Metric.Located same = new Metric.Located(here, other);
        Metric.Located different = new Metric.Located(there, other);
        assertThat(difference.of(here, CORNER, List.of(same))).hasValue(0);
        // the correlation of 4 and 2 of 12 places that do not meet: -sqrt(4 * 2 / (8 * 10))
        double apart = 1 + Math.sqrt(0.1);
        assertThat(difference.of(here, CORNER, List.of(different)).orElseThrow())
                .isCloseTo(apart, within(1e-9));
        assertThat(difference.of(here, CORNER, List.of(same, different)).orElseThrow())
                .isCloseTo(apart / 2, within(1e-9));
        HeatOnPicture silent = heat(3, new float[12]);
        assertThat(difference.of(silent, CORNER, List.of(different))).hasValue(0);
        assertThat(difference.of(here, CORNER, List.of(new Metric.Located(silent, other))))
                .isEmpty();
        assertThat(difference.of(here, CORNER, List.of(new Metric.Located(there, CORNER))))
                .isEmpty();
    }

    @Test
    void mapAndTruthMustBeOfTheSamePicture() {
        Metrics metrics = Guice.createInjector(new MetricModule()).getInstance(Metrics.class);
        HeatOnPicture turned = heat(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        for (String name : metrics.names()) {
            assertThatThrownBy(() -> metrics.get(name).of(turned, CORNER))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a map of 4x3 cannot be measured against a truth of 3x4");
        }
    }

    @Test
    void aMisspeltMetricGetsNearMatches() {
        Metrics metrics = Guice.createInjector(new MetricModule()).getInstance(Metrics.class);
        assertThatThrownBy(() -> metrics.get("pointing-gme"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did you mean 'pointing-game'");
    }

    @Test
    void intersectionOverUnionOfBoxes() {
        assertThat(BoxIou.iou(box(0, 0, 2, 2), box(1, 1, 3, 3))).isEqualTo(1 / 7.0);
        assertThat(BoxIou.iou(box(0, 0, 2, 2), box(2, 0, 4, 2))).isZero();
        assertThat(BoxIou.iou(box(0, 0, 1, 1), box(5, 5, 6, 6))).isZero();
        assertThat(BoxIou.iou(box(1, 1, 1, 1), box(1, 1, 1, 1))).isZero();
    }

    @Test
    void insideOverOutsideComparesMeans() {
        // four pixels inside the box, eight outside
        HeatOnPicture map = heat(3, 1, 1, 0.5f, 0, 0.5f, 0.5f, 0, 0, 0, 0, 0, 0.5f);
        assertThat(value(new InsideOutside(), map, CORNER)).isCloseTo(6, within(1e-9));
        HeatOnPicture almostFlat = heat(3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.999999f);
        assertThat(value(new InsideOutside(), almostFlat, CORNER)).isCloseTo(1, within(1e-6));
        HeatOnPicture allInside = heat(3, 1, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(value(new InsideOutside(), allInside, CORNER)).isEqualTo(InsideOutside.MOST);
        HeatOnPicture nothing = heat(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(value(new InsideOutside(), nothing, CORNER)).isZero();
        Truth everywhere = truth(List.of("####", "####", "####"), box(0, 0, 4, 3));
        assertThat(new InsideOutside().of(map, everywhere)).isEmpty();
    }
}
