package dev.wherefore.core.diagnose;

import java.util.List;

/** Hears how an experiment goes. */
public interface DiagnosisListener {

    /**
     * Hears that a part of the experiment begins.
     *
     * @param what what is counted, in the plural: {@code "scenes"}
     * @param count how many there are
     * @param facts what is done and how, one fact a line
     */
    void begins(String what, int count, List<String> facts);

    /**
     * Hears that some were finished.
     *
     * @param more how many, since the last call
     */
    void finished(int more);
}
