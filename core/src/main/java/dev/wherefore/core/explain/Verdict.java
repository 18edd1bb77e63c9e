package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;
import java.util.List;

/** What can be said of a map in words, so that nothing is drawn as noise. */
public enum Verdict {
    /** There is positive evidence, and it differs from place to place. */
    EVIDENCE("positive evidence"),
    /** The target does not change with the layer at all: its gradient is zero everywhere. */
    ZERO_GRADIENT(
            "the gradient is zero everywhere: nothing at this layer changes the score (a ReLU on"
                    + " the score, or a saturated probability)"),
    /** No place speaks for the target. */
    NO_POSITIVE_EVIDENCE("no positive evidence: no place speaks for it"),
    /** No place speaks against the target, which was asked for. */
    NO_NEGATIVE_EVIDENCE("no negative evidence: no place speaks against it"),
    /** All places speak for the target alike. */
    CONSTANT("constant map: all places speak for it alike"),
    /** All places speak against the target alike, where that was asked for. */
    CONSTANT_AGAINST("constant map: all places speak against it alike"),
    /** The network gave numbers that are none. */
    NOT_A_NUMBER("not a number: the network gave infinite or undefined values");

    private final String sentence;

    Verdict(String sentence) {
        this.sentence = sentence;
    }

    /**
     * Returns the verdict in words.
     *
     * @return a sentence without a final point
     */
    public String sentence() {
        return sentence;
    }

    /** The verdict on the raw maps of one picture and target. */
    static Verdict on(List<Plane> raw, MapSign sign, boolean zeroGradient) {
        boolean finite =
                raw.stream().allMatch(m -> Float.isFinite(m.min()) && Float.isFinite(m.max()));
        if (!finite) {
            return NOT_A_NUMBER;
        }
        if (zeroGradient) {
            return ZERO_GRADIENT;
        }
        boolean against = sign == MapSign.NEGATIVE;
        if (raw.stream().allMatch(m -> sign.largest(m) == 0)) {
            return against ? NO_NEGATIVE_EVIDENCE : NO_POSITIVE_EVIDENCE;
        }
        // a map of one place is constant, and so is one that is cut off nowhere and flat
        if (raw.stream().allMatch(m -> sign.of(m.min()) == sign.of(m.max()))) {
            return against ? CONSTANT_AGAINST : CONSTANT;
        }
        return EVIDENCE;
    }
}
