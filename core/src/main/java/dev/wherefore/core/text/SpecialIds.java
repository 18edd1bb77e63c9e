package dev.wherefore.core.text;

import java.util.OptionalInt;

/**
 * The numbers of the tokens that begin and end captions, fill them up, and stand for the unknown.
 * One token may do several of these.
 *
 * @param begin the token that a network is given first
 * @param end the token by which a network ends a caption
 * @param pad the token that fills up shorter captions, if there is one
 * @param unknown the token for what the vocabulary does not have, if there is one
 */
public record SpecialIds(int begin, int end, OptionalInt pad, OptionalInt unknown) {

    /** The number of no token: nothing begins or ends the texts. */
    public static final int NONE = -1;

    /** Whether a token is there for the caption's frame, and is no part of what it says. */
    boolean frames(int id) {
        return id == begin || id == end || is(pad, id);
    }

    /** Whether a token stands for what is not known. */
    boolean isUnknown(int id) {
        return is(unknown, id);
    }

    private static boolean is(OptionalInt special, int id) {
        return special.isPresent() && special.getAsInt() == id;
    }
}
