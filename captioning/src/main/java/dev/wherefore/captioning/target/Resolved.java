package dev.wherefore.captioning.target;

import java.util.List;

/**
 * What of a picture's caption is explained, and what the network must hear for it.
 *
 * @param targets the targets, in the config's order
 * @param beginnings the sequences of token ids that the targets' terms speak of: the caption's, and
 *     others in which something stands in its place
 * @param notSaid for each target that the caption has no words for, a sentence
 */
public record Resolved(List<CaptionTarget> targets, List<int[]> beginnings, List<String> notSaid) {

    /** Copies the lists. */
    public Resolved {
        targets = List.copyOf(targets);
        beginnings = List.copyOf(beginnings);
        notSaid = List.copyOf(notSaid);
    }
}
