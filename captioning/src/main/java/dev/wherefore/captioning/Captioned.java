package dev.wherefore.captioning;

import dev.wherefore.captioning.target.CaptionTarget;
import dev.wherefore.captioning.target.Resolved;
import java.util.List;

/**
 * A picture's captions, and what of the first one is explained.
 *
 * @param sayings the captions, the best first
 * @param resolved what of the first one is explained
 */
public record Captioned(List<Saying> sayings, Resolved resolved) {

    /** Copies the list. */
    public Captioned {
        sayings = List.copyOf(sayings);
    }

    /**
     * Returns the caption that is explained.
     *
     * @return the best one
     */
    public Saying saying() {
        return sayings.get(0);
    }

    /**
     * Returns what of it is explained.
     *
     * @return the targets, in the config's order; none if it says nothing of what was asked about
     */
    public List<CaptionTarget> targets() {
        return resolved.targets();
    }
}
