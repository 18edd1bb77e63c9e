package dev.wherefore.classification.diagnose;

import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.evaluate.MeanTally;
import dev.wherefore.core.metric.EnergyInside;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Metric;
import dev.wherefore.core.metric.PointingGame;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What one attack did to all scenes: to what the network says, and to its maps. */
final class AttackTally {

    /** From here on the network is said to see a class. */
    static final double SEEN = 0.5;

    private static final Metric POINTING = new PointingGame(0);
    private static final Metric ENERGY = new EnergyInside();

    private final BeforeAfter confidence = new BeforeAfter();
    private final BeforeAfter target = new BeforeAfter();
    private final MeanTally fooled = new MeanTally();
    private final MeanTally change = new MeanTally();
    private final List<MapTally> maps;

    AttackTally(int methods) {
        this.maps = IntStream.range(0, methods).mapToObj(m -> new MapTally()).toList();
    }

    /** A number before and after the attack. */
    static final class BeforeAfter {

        private final MeanTally before = new MeanTally();
        private final MeanTally after = new MeanTally();

        private void add(double was, double is, byte[] weights) {
            before.add(was, weights);
            after.add(is, weights);
        }

        Optional<Estimate> before() {
            return before.estimate();
        }

        Optional<Estimate> after() {
            return after.estimate();
        }
    }

    /** What became of one method's maps of the kinds that scenes show. */
    static final class MapTally {

        private final BeforeAfter pointing = new BeforeAfter();
        private final BeforeAfter energy = new BeforeAfter();
        private final MeanTally empty = new MeanTally();

        BeforeAfter pointing() {
            return pointing;
        }

        BeforeAfter energy() {
            return energy;
        }

        /** How many maps say nothing after the attack. */
        Optional<Estimate> empty() {
            return empty.estimate();
        }
    }

    /** Takes up how far a scene's pixels were moved in the mean, in levels of 255. */
    void moved(double levels, byte[] weights) {
        change.add(levels, weights);
    }

    /** Takes up the probability of the class that was to be seen. */
    void target(double was, double is, byte[] weights) {
        target.add(was, is, weights);
    }

    /** Takes up a kind that a scene shows: its probability, and its maps. */
    void kind(double was, double is, ShownKind before, ShownKind after, byte[] weights) {
        confidence.add(was, is, weights);
        if (was >= SEEN) {
            fooled.add(is < SEEN ? 1 : 0, weights);
        }
        for (int m = 0; m < maps.size(); m++) {
            HeatOnPicture old = before.heat(m);
            HeatOnPicture changed = after.heat(m);
            MapTally tally = maps.get(m);
            measure(POINTING, tally.pointing, old, changed, before, weights);
            measure(ENERGY, tally.energy, old, changed, before, weights);
            tally.empty.add(changed.evidence() ? 0 : 1, weights);
        }
    }

    private static void measure(
            Metric metric,
            BeforeAfter into,
            HeatOnPicture old,
            HeatOnPicture changed,
            ShownKind shown,
            byte[] weights) {
        into.add(
                metric.of(old, shown.truth()).orElseThrow(),
                metric.of(changed, shown.truth()).orElseThrow(),
                weights);
    }

    /** The probability of the kinds that are shown. */
    BeforeAfter confidence() {
        return confidence;
    }

    /** The probability of the class that was to be seen. */
    BeforeAfter target() {
        return target;
    }

    /** Of the kinds that the network saw, those that it sees no more. */
    Optional<Estimate> fooled() {
        return fooled.estimate();
    }

    /** How far pixels were moved, in levels of 255. */
    Optional<Estimate> change() {
        return change.estimate();
    }

    /** One by each method. */
    List<MapTally> maps() {
        return List.copyOf(maps);
    }
}
