package dev.wherefore.classification.diagnose;

import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.evaluate.MeanTally;
import dev.wherefore.core.metric.EnergyInside;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.PointingGame;
import dev.wherefore.core.metric.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How right a network is where a cue helps and where it misleads, and what its maps mark. */
final class CueTally {

    private final MeanTally all = new MeanTally();
    private final MeanTally helped = new MeanTally();
    private final MeanTally misled = new MeanTally();
    private final MeanTally changed = new MeanTally();
    private final List<Marks> whereHelped;
    private final List<Marks> whereMisled;

    CueTally(int methods) {
        this.whereHelped = IntStream.range(0, methods).mapToObj(m -> new Marks()).toList();
        this.whereMisled = IntStream.range(0, methods).mapToObj(m -> new Marks()).toList();
    }

    /** What one method's maps mark. */
    static final class Marks {

        private final MeanTally cueHeat = new MeanTally();
        private final MeanTally objectHeat = new MeanTally();
        private final MeanTally cueHit = new MeanTally();
        private final MeanTally objectHit = new MeanTally();

        private void add(HeatOnPicture heat, Truth cue, Truth object, byte[] weights) {
            cueHeat.add(new EnergyInside().of(heat, cue).orElseThrow(), weights);
            objectHeat.add(new EnergyInside().of(heat, object).orElseThrow(), weights);
            cueHit.add(new PointingGame(0).of(heat, cue).orElseThrow(), weights);
            objectHit.add(new PointingGame(0).of(heat, object).orElseThrow(), weights);
        }

        /** The share of the heat on the cue. */
        Optional<Estimate> cueHeat() {
            return cueHeat.estimate();
        }

        /** The share of the heat on the thing. */
        Optional<Estimate> objectHeat() {
            return objectHeat.estimate();
        }

        /** How often the hottest pixel lies on the cue. */
        Optional<Estimate> cueHit() {
            return cueHit.estimate();
        }

        /** How often the hottest pixel lies on the thing. */
        Optional<Estimate> objectHit() {
            return objectHit.estimate();
        }
    }

    /** Takes up an answer about a scene in which the cue tells the right kind, or the wrong one. */
    void answer(boolean right, boolean helps, byte[] weights) {
        all.add(right ? 1 : 0, weights);
        (helps ? helped : misled).add(right ? 1 : 0, weights);
    }

    /** Takes up whether the same scene is called something else without the cue. */
    void changed(boolean other, byte[] weights) {
        changed.add(other ? 1 : 0, weights);
    }

    /** Takes up the maps of an answer about a scene with the cue, one by each method. */
    void maps(List<HeatOnPicture> heat, Truth cue, Truth object, boolean helps, byte[] weights) {
        for (int m = 0; m < heat.size(); m++) {
            (helps ? whereHelped : whereMisled).get(m).add(heat.get(m), cue, object, weights);
        }
    }

    /** How often it is right. */
    Optional<Estimate> accuracy() {
        return all.estimate();
    }

    /** How often it is right where the cue tells the right kind. */
    Optional<Estimate> helped() {
        return helped.estimate();
    }

    /** How often it is right where the cue tells the wrong kind. */
    Optional<Estimate> misled() {
        return misled.estimate();
    }

    /** How often taking away the cue changes its answer. */
    Optional<Estimate> changed() {
        return changed.estimate();
    }

    /** What each method's maps mark where the cue is shown, and helps or misleads. */
    List<Marks> marks(boolean helps) {
        return helps ? whereHelped : whereMisled;
    }
}
