package dev.wherefore.core.check;

/** What a check needs that not every network has. */
public enum Need {
    /** Weights that can be changed. */
    WEIGHTS,
    /** Scores of other classes, words or answers, beside that of the one which is explained. */
    OTHER_TARGETS
}
