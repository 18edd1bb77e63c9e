package dev.wherefore.core.train;

import java.util.List;

/** Hears how a training goes. */
public interface TrainingListener {

    /**
     * Hears that training is about to begin.
     *
     * @param facts what is trained and with what, one fact a line
     * @param done the epochs that an earlier run has finished
     */
    void begins(List<String> facts, List<EpochResult> done);

    /**
     * Hears that an epoch begins.
     *
     * @param epoch its number, from 1
     * @param steps how many updates it will have
     */
    void epochBegins(int epoch, int steps);

    /**
     * Hears that an update was made.
     *
     * @param loss the batch's loss before it
     */
    void updated(double loss);

    /**
     * Hears that an epoch is over.
     *
     * @param result how it went
     * @param best whether it is the best so far
     */
    void epochEnds(EpochResult result, boolean best);
}
