package dev.wherefore.core.evaluate;

import java.util.List;

/** Hears how an evaluation goes. */
public interface EvaluationListener {

    /**
     * Hears that the evaluation is about to begin.
     *
     * @param scenes how many scenes there are
     * @param finished how many of them a program before this one has finished
     * @param facts what is explained and how, one fact a line
     */
    void begins(int scenes, int finished, List<String> facts);

    /**
     * Hears that scenes were finished.
     *
     * @param more how many, since the last call
     */
    void finished(int more);
}
