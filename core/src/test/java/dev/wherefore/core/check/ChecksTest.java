package dev.wherefore.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.inject.Guice;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.MetricCard;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The checks of hand-made maps and networks are the numbers worked out by hand. */
class ChecksTest {

    /** Ten pixels: 1, 2, …, 10. */
    private static final PixelMap TEN =
            PixelMap.of(1, 2, 5, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

    private static final Plane TRUE_HEAT = Plane.of(2, 5, TEN.map(v -> v / 10).toArray());

    private static double value(Check check, CheckedMap map) {
        return check.of(map).value().orElseThrow();
    }

    @Test
    void deletionAndInsertionAreTheAreasBelowSums() {
        SumOfPixels best = new SumOfPixels(TEN, p -> TRUE_HEAT);
        Finding deletion = Covering.deletion().of(best);
        assertThat(deletion.curves()).hasSize(1);
        assertThat(deletion.curves().get(0).values())
                .containsExactly(55.0, 45.0, 36.0, 28.0, 21.0, 15.0, 10.0, 6.0, 3.0, 1.0, 0.0);
        // trapezoids: half of the ends, all between
        assertThat(deletion.value().orElseThrow()).isCloseTo((27.5 + 165) / 10, within(1e-9));
        assertThat(best.asked).isEqualTo(10);
        Finding insertion = Covering.insertion().of(best);
        assertThat(insertion.curves().get(0).values())
                .containsExactly(0.0, 10.0, 19.0, 27.0, 34.0, 40.0, 45.0, 49.0, 52.0, 54.0, 55.0);
        assertThat(insertion.value().orElseThrow()).isCloseTo((27.5 + 330) / 10, within(1e-9));
        SumOfPixels worst = new SumOfPixels(TEN, p -> TRUE_HEAT.map(v -> 1 - v));
        assertThat(value(Covering.deletion(), worst)).isCloseTo(35.75, within(1e-6));
        assertThat(value(Covering.insertion(), worst)).isCloseTo(19.25, within(1e-6));
    }

    @Test
    void dropIsWhatTheMapTakesAwayAndIncreaseWhetherItGives() {
        SumOfPixels map = new SumOfPixels(TEN, p -> TRUE_HEAT);
        // 55 less the sum of squares over ten, 38.5
        assertThat(value(new Drop(), map)).isCloseTo(16.5, within(1e-5));
        assertThat(value(new Increase(), map)).isZero();
        SumOfPixels risen = new SumOfPixels(TEN, p -> TRUE_HEAT, p -> 100 - SumOfPixels.sum(p));
        assertThat(value(new Drop(), risen)).isZero();
        assertThat(value(new Increase(), risen)).isEqualTo(1);
    }

    @Test
    void roadIsHalfOfWhatColdPlacesLeaveMoreThanHotOnes() {
        // one bright pixel in the middle of 5x5, which only itself knows of
        PixelMap point = PixelMap.of(1, 5, 5, new float[25]);
        float[] values = point.toArray();
        values[12] = 1;
        PixelMap picture = PixelMap.of(1, 5, 5, values);
        Road road = new Road(List.of(80, 40), 0);
        SumOfPixels right =
                new SumOfPixels(
                        picture,
                        p -> Plane.compute(5, 5, (y, x) -> 1 - (Math.abs(y - 2) * 5 + x) / 50f),
                        p -> p.toArray()[12]);
        Finding found = road.of(right);
        // the hottest goes with the first fifth, and what surrounds it is 0; as the last, it stays
        assertThat(found.value().orElseThrow()).isCloseTo(0.5, within(0.2));
        assertThat(found.curves())
                .extracting(Curve::name)
                .containsExactly("road-most-relevant-first", "road-least-relevant-first");
        assertThat(found.curves().get(0).shares()).containsExactly(0.0, 0.2, 0.6);
        assertThat(found.curves().get(1).values()).containsExactly(1.0, 1.0, 1.0);
        assertThat(right.asked).isEqualTo(4);
    }

    @Test
    void placesGoByThePercentileUnlessTooManyAreAlike() {
        Plane heat = Plane.compute(10, 10, (y, x) -> (10 * y + x) / 100f);
        Plane kept = Removal.kept(heat, 80, new SplittableRandom(0));
        // the 80th percentile of 0, 1, …, 99 is 79.2: 20 are not below it
        assertThat(kept).isEqualTo(Plane.compute(10, 10, (y, x) -> y < 8 ? 1 : 0));
        Plane flat = Plane.compute(10, 10, (y, x) -> y == 0 ? 1 : 0);
        Plane most = Removal.kept(flat, 20, new SplittableRandom(0));
        // all are not below 0; 20 of the cold ones stay nevertheless
        assertThat(sum(most)).isEqualTo(20);
        for (int x = 0; x < 10; x++) {
            assertThat(most.at(0, x)).isZero();
        }
    }

    private static double sum(Plane plane) {
        double sum = 0;
        for (float value : plane.toArray()) {
            sum += value;
        }
        return sum;
    }

    @Test
    void infidelityIsNoneForMapsThatTellWhatASquareCosts() {
        PixelMap picture = PixelMap.of(1, 16, 16, new float[256]).map(v -> 1);
        Plane weights = Plane.compute(16, 16, (y, x) -> (y * 3 + x) % 7 / 7f);
        SumOfPixels right =
                new SumOfPixels(
                        picture, p -> weights, p -> SumOfPixels.sum(p.times(weights)) / 100);
        assertThat(value(new Infidelity(), right)).isCloseTo(0, within(1e-9));
        Plane other = Plane.compute(16, 16, (y, x) -> y < 8 ? 1 : 0);
        SumOfPixels wrong =
                new SumOfPixels(picture, p -> weights, p -> SumOfPixels.sum(p.times(other)) / 100);
        assertThat(value(new Infidelity(), wrong)).isGreaterThan(0.001);
        // β = (1·2 + 2·1) / (1 + 4) = 0.8: errors 0.8 - 2 and 1.6 - 1
        assertThat(Infidelity.misfit(new double[] {1, 2}, new double[] {2, 1}))
                .isCloseTo((1.44 + 0.36) / 2, within(1e-12));
        assertThat(Infidelity.misfit(new double[] {0, 0}, new double[] {2, 0})).isEqualTo(2);
    }

    @Test
    void sensitivityIsTheLargestChangeInSharesOfTheMap() {
        Plane heat = Plane.of(2, 5, new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        SumOfPixels still = new SumOfPixels(TEN, p -> heat);
        assertThat(value(new MaxSensitivity(), still)).isZero();
        // four times what moves the first value, at most 0.02, beside 0.5
        SumOfPixels moved =
                new SumOfPixels(
                        TEN, p -> Plane.of(1, 2, new float[] {4 * (p.toArray()[0] - 1), 0.5f}));
        assertThat(value(new MaxSensitivity(), moved)).isBetween(0.08, 0.16);
        SumOfPixels silent = new SumOfPixels(TEN, p -> heat.map(v -> 0));
        assertThat(new MaxSensitivity().of(silent)).isEqualTo(Finding.NONE);
    }

    @Test
    void aMapThatGoesWithThePictureAgreesWithItsMirrorImage() {
        SumOfPixels goes = new SumOfPixels(TEN, p -> Plane.of(2, 5, p.map(v -> v / 10).toArray()));
        assertThat(value(new Mirrored(), goes)).isCloseTo(1, within(1e-9));
        Plane left = Plane.compute(2, 5, (y, x) -> 4 - x);
        assertThat(value(new Mirrored(), new SumOfPixels(TEN, p -> left)))
                .isCloseTo(-1, within(1e-9));
    }

    @Test
    void coherencyIsTheCorrelationWithTheMapOfWhatTheMapShows() {
        SumOfPixels still = new SumOfPixels(TEN, p -> TRUE_HEAT);
        assertThat(value(new Coherency(), still)).isCloseTo(1, within(1e-9));
        // the map of the masked picture is that of squares
        SumOfPixels goes = new SumOfPixels(TEN, p -> Plane.of(2, 5, p.map(v -> v / 10).toArray()));
        // 1…10 and 1…100: the sums of cubes and squares give 0.9746
        assertThat(value(new Coherency(), goes)).isCloseTo(0.97456, within(1e-4));
        SumOfPixels flat = new SumOfPixels(TEN, p -> TRUE_HEAT.map(v -> 1));
        assertThat(value(new Coherency(), flat)).isZero();
    }

    @Test
    void adccAndArccAreHarmonicMeans() {
        Check coherency = new Coherency();
        SumOfPixels still = new SumOfPixels(TEN, p -> TRUE_HEAT);
        // coherency 1, complexity 0.55, of 55 stay 38.5
        double expected = 3 / (1 + 1 / 0.45 + 1 / 0.7);
        assertThat(value(new Adcc(coherency), still)).isCloseTo(expected, within(1e-5));
        Check road = new Known(0.2);
        double arcc = 3 / (1 + 1 / 0.45 + 1 / 0.4);
        assertThat(value(new Arcc(coherency, road), still)).isCloseTo(arcc, within(1e-5));
        assertThat(value(new Arcc(coherency, new Known(-0.1)), still)).isZero();
        assertThat(Adcc.harmonicMean(1, 0.5, 0.25)).isCloseTo(3 / 7.0, within(1e-12));
        assertThat(Adcc.harmonicMean(1, 0, 1)).isZero();
    }

    /** A check that finds what it is told. */
    private record Known(double value) implements Check {

        @Override
        public MetricCard card() {
            throw new AssertionError("nobody prints this check");
        }

        @Override
        public String passes() {
            return "none";
        }

        @Override
        public Finding of(CheckedMap map) {
            return Finding.of(value);
        }
    }

    @Test
    void everyCheckIsBoundByItsNameAndDescribed() {
        Checks checks = Guice.createInjector(new CheckModule()).getInstance(Checks.class);
        assertThat(checks.names())
                .containsExactly(
                        "deletion",
                        "insertion",
                        "road",
                        "drop",
                        "increase",
                        "infidelity",
                        "sensitivity",
                        "mirror",
                        "coherency",
                        "adcc",
                        "arcc",
                        "randomisation",
                        "randomisation-independent",
                        "random-target");
        for (String name : checks.names()) {
            assertThat(checks.get(name).card().name()).isEqualTo(name);
            assertThat(checks.get(name).card().meaning()).endsWith(".");
            assertThat(checks.get(name).passes()).isNotBlank();
        }
        assertThatThrownBy(() -> checks.get("rod"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did you mean 'road'");
    }

    @Test
    void aCurveNeedsTwoPoints() {
        assertThat(new Curve("c", List.of(0.0, 0.5, 1.0), List.of(1.0, 0.0, 0.0)).area())
                .isEqualTo(0.25);
        assertThatThrownBy(() -> new Curve("c", List.of(0.0), List.of(1.0)))
                .hasMessageContaining("found 1 shares and 1 values");
    }
}
