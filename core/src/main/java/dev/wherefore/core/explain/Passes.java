package dev.wherefore.core.explain;

/**
 * What a map costs in passes of the network, as if it were the only one: passes that pictures,
 * targets and methods share count in full. A pass of which only what follows a layer is run counts
 * as one too.
 *
 * @param forward passes forward, each of one picture
 * @param backward passes backward
 */
public record Passes(double forward, double backward) {

    /** None. */
    public static final Passes NONE = new Passes(0, 0);

    /** These and others. */
    Passes plus(Passes others) {
        return new Passes(forward + others.forward, backward + others.backward);
    }
}
