package dev.wherefore.core.image;

import dev.wherefore.core.UserError;

/** What is wrong with a picture, in a sentence and in kind. */
public final class PictureError extends UserError {

    private static final long serialVersionUID = 1L;

    /** What can be wrong with a picture. */
    public enum Fault {
        /** It is none, or of a format that is not read. */
        NO_PICTURE,
        /** It has more bytes or pixels than are read. */
        TOO_LARGE,
        /** It is cut off or damaged. */
        DAMAGED
    }

    private final Fault fault;

    PictureError(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    PictureError(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /**
     * Returns what kind of fault it is.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }
}
