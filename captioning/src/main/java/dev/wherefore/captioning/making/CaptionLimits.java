package dev.wherefore.captioning.making;

import dev.wherefore.core.text.SpecialIds;
import java.util.HashSet;
import java.util.Set;

/**
 * What a caption may be.
 *
 * @param begin the token that a network is given first; never made, unless it is also the end
 * @param end the token that ends a caption; never the first that is made
 * @param longest how many tokens are made at most, the end included: as many passes of the network
 * @param never further tokens that are never made, such as the one for the unknown; the end may not
 *     be among them
 */
public record CaptionLimits(int begin, int end, int longest, Set<Integer> never) {

    /** Checks that a caption can be made, and copies the tokens. */
    public CaptionLimits {
        if (longest < 1) {
            throw new IllegalArgumentException(
                    "a caption must be allowed one token, found " + longest);
        }
        if (never.contains(end)) {
            throw new IllegalArgumentException("the end token " + end + " must be allowed");
        }
        never = Set.copyOf(never);
    }

    /**
     * Returns the limits of a tokenizer's captions: the tokens that fill up or stand for the
     * unknown are never made, unless they are also the end.
     *
     * @param specials the tokenizer's special tokens
     * @param longest how many tokens are made at most, the end included
     * @return the limits
     */
    public static CaptionLimits of(SpecialIds specials, int longest) {
        Set<Integer> never = new HashSet<>();
        specials.pad().ifPresent(never::add);
        specials.unknown().ifPresent(never::add);
        never.remove(specials.end());
        return new CaptionLimits(specials.begin(), specials.end(), longest, never);
    }

    /** Whether a token may be made after so many. */
    boolean allows(int token, int made) {
        return token == end ? made > 0 : token != begin && !never.contains(token);
    }
}
