package dev.wherefore.core.network;

import dev.wherefore.core.UserError;

/**
 * Says that the engine refused to run a network on what it was given: a wrong shape, for instance.
 */
public final class NetworkFailure extends UserError {

    private static final long serialVersionUID = 1L;

    /**
     * Constructs a failure.
     *
     * @param message one sentence with the engine's own reason
     * @param cause what the engine threw
     */
    public NetworkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
