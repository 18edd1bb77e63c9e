package dev.wherefore.core.evaluate;

import java.util.List;

/** Hears how an evaluation goes. */
public interface EvaluationListener {

    /**
     * Hears that the evaluation is about to begin.
     *
     * @param scenes how many scenes there are
     * @param facts what is explained and how, one fact a line
     */
    void begins(int scenes, List<String> facts);

    /**
     * Hears that scenes were finished.
     *
     * @param more how many, since the last call
     */
    void finished(int more);
}
