package dev.wherefore.core.train;

import ai.djl.training.tracker.CosineTracker;
import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;
import dev.wherefore.core.experiment.config.ConfigDoc;

/**
 * How the learning rate goes: up in a straight line, then down along half a cosine.
 *
 * @param peak its largest value
 * @param last its value at the end, at least 0 and below the peak
 * @param warmUp the part of the training in which it rises, from 0 to less than 1
 */
public record LearningRate(
        @ConfigDoc(value = "The largest learning rate.", preset = "0.002") double peak,
        @ConfigDoc(value = "The learning rate at the end.", preset = "0.00001") double last,
        @ConfigDoc(value = "The part of the training in which it rises.", preset = "0.05")
                double warmUp) {

    /** Checks the numbers. */
    public LearningRate {
        if (!(peak > 0)) {
            throw new IllegalArgumentException("peak must be above 0, found " + peak);
        }
        if (!(last >= 0 && last < peak)) {
            throw new IllegalArgumentException(
                    "last must be at least 0 and below peak, found " + last);
        }
        if (!(warmUp >= 0 && warmUp < 1)) {
            throw new IllegalArgumentException(
                    "warm-up must be at least 0 and below 1, found " + warmUp);
        }
    }

    /**
     * Returns the learning rate by the number of updates made before.
     *
     * @param updates how many updates there will be
     * @return the schedule
     */
    public Tracker over(int updates) {
        int rising = (int) Math.round(updates * warmUp);
        Tracker falling =
                CosineTracker.builder()
                        .setBaseValue((float) peak)
                        .optFinalValue((float) last)
                        .setMaxUpdates(Math.max(1, updates - rising))
                        .build();
        if (rising == 0) {
            return falling;
        }
        return WarmUpTracker.builder()
                .setMainTracker(falling)
                .optWarmUpBeginValue((float) (peak / rising))
                .optWarmUpSteps(rising)
                .build();
    }
}
