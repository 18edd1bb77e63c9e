package dev.wherefore.core.dataset;

import dev.wherefore.core.UserError;

/**
 * A picture of a data set cannot be used: it or what is said of it is broken. Who goes through many
 * leaves it out and counts it, see {@link FaultCounts}; for all others it is an error of the
 * user's.
 */
public final class UnusableRecord extends UserError {

    private static final long serialVersionUID = 1L;

    private final transient RecordFault fault;

    /**
     * Constructs the error.
     *
     * @param fault of which sort it is
     * @param message one sentence that names the file
     */
    public UnusableRecord(RecordFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /**
     * Constructs the error.
     *
     * @param fault of which sort it is
     * @param message one sentence that names the file
     * @param cause what lies behind it
     */
    public UnusableRecord(RecordFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /**
     * Returns of which sort it is.
     *
     * @return the fault
     */
    public RecordFault fault() {
        return fault;
    }
}
