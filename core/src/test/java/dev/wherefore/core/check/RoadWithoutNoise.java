package dev.wherefore.core.check;

import static dev.wherefore.core.support.Closeness.largestDifference;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.MetricCard;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * ROAD as the reference numbers have it: of the reference's own heat, since a percentile tells
 * apart what rounding does not, and with nothing added to what is filled in.
 *
 * @param heats the heat of each picture
 * @param road ROAD at some percentiles
 */
public record RoadWithoutNoise(List<Plane> heats, Check road) implements Check {

    /** ROAD of such heat that keeps so many per cent, falling. */
    public static Check of(List<Plane> heats, int... percentiles) {
        return new RoadWithoutNoise(heats, new Road(IntStream.of(percentiles).boxed().toList(), 0));
    }

    @Override
    public MetricCard card() {
        return road.card();
    }

    @Override
    public String passes() {
        return road.passes();
    }

    @Override
    public Finding of(CheckedMap map) {
        return road.of(new Reheated(map, nearest(map.heat())));
    }

    private Plane nearest(Plane heat) {
        return heats.stream()
                .filter(plane -> largestDifference(plane, heat) < 1e-3)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no heat of the reference is like " + heat));
    }

    /** A map with other heat. */
    private record Reheated(CheckedMap map, Plane heat) implements CheckedMap {

        @Override
        public PixelMap picture() {
            return map.picture();
        }

        @Override
        public double[] confidences(List<PixelMap> changed) {
            return map.confidences(changed);
        }

        @Override
        public double[] confidencesAfter(List<PictureChange> changes) {
            return map.confidencesAfter(changes);
        }

        @Override
        public Plane mapOf(PixelMap changed) {
            return map.mapOf(changed);
        }

        @Override
        public Plane mapAfter(PictureChange change) {
            return map.mapAfter(change);
        }

        @Override
        public List<RandomisedMap> randomised(LayerOrder order) {
            return map.randomised(order);
        }

        @Override
        public Plane ofOtherTarget() {
            return map.ofOtherTarget();
        }

        @Override
        public Finding finding(Check check) {
            return check.of(this);
        }

        @Override
        public SplittableRandom dice() {
            return map.dice();
        }
    }
}
