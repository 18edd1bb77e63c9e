package dev.wherefore.core.explain;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts the passes of one method after the other. What a method asks for again is counted once,
 * what another method asked for before it is counted again.
 */
final class PassCount {

    /** What was asked for, of which evidence. */
    private record Asked(PassEvidence of, Object what) {}

    private final Set<Asked> asked = new HashSet<>();
    private Passes passes = Passes.NONE;

    /** Begins with another method. */
    void begin() {
        asked.clear();
        passes = Passes.NONE;
    }

    /** Counts passes about the whole batch, if the method has not asked for the same before. */
    void once(PassEvidence of, Object what, int forward, int backward) {
        if (asked.add(new Asked(of, what))) {
            passes = passes.plus(new Passes(forward, backward));
        }
    }

    /** Counts the pass that tells the scores, where no other of the same evidence does. */
    void scores(PassEvidence of) {
        if (asked.stream().noneMatch(one -> one.of() == of)) {
            once(of, "scores", 1, 0);
        }
    }

    /**
     * Counts trials.
     *
     * @param count how many
     * @param share the share of all maps that they are for
     */
    void trials(int count, double share) {
        passes = passes.plus(new Passes(count * share, 0));
    }

    /** The passes for one map. */
    Passes passes() {
        return passes;
    }
}
