package dev.wherefore.core.train;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a training.
 *
 * @param epochs how each epoch went
 * @param best the epoch whose weights were kept
 * @param stoppedEarly whether it ended because nothing became better
 * @param files what was written
 */
public record TrainingSummary(
        List<EpochResult> epochs, EpochResult best, boolean stoppedEarly, List<Path> files) {

    /** Copies the lists. */
    public TrainingSummary {
        epochs = List.copyOf(epochs);
        files = List.copyOf(files);
    }
}
