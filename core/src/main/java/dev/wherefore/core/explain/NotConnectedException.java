package dev.wherefore.core.explain;

import dev.wherefore.core.UserError;

/**
 * Says that a target does not depend on a layer at all, so that there is nothing to explain there.
 */
public final class NotConnectedException extends UserError {

    private static final long serialVersionUID = 1L;

    /**
     * Constructs the error.
     *
     * @param target what the target is
     * @param place the layer, or the input
     */
    public NotConnectedException(String target, String place) {
        super(
                "the target '%s' does not depend on %s: choose a layer on the way from the picture to it"
                        .formatted(target, place));
    }
}
