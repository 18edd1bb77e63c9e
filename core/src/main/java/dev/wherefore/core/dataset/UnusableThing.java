package dev.wherefore.core.dataset;

/** A thing in a picture cannot be used; the picture can. */
final class UnusableThing extends Exception {

    private static final long serialVersionUID = 1L;

    private final DataFault fault;

    UnusableThing(DataFault fault) {
        super(fault.what(), null, false, false);
        this.fault = fault;
    }

    DataFault fault() {
        return fault;
    }
}
