package dev.wherefore.captioning.target;

import dev.wherefore.core.UserError;

/** Says that a caption has no words that a target speaks of. */
final class NotSaid extends UserError {

    private static final long serialVersionUID = 1L;

    NotSaid(String message) {
        super(message);
    }
}
