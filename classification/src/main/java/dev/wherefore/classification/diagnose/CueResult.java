package dev.wherefore.classification.diagnose;

import java.util.List;

/**
 * What came of a network that learned from one of two sets.
 *
 * @param name the set's name
 * @param tally how right it is, and what its maps mark
 * @param answers what it said of each test scene with the cue
 */
record CueResult(String name, CueTally tally, List<CueExam.Answer> answers) {

    /** The sets. */
    static final List<String> NAMES = List.of("biased", "balanced");

    /** Copies the list. */
    CueResult {
        answers = List.copyOf(answers);
    }
}
