package dev.wherefore.core.coco;

/** A record of a file cannot be used. */
final class BrokenRecord extends Exception {

    private static final long serialVersionUID = 1L;

    private final CocoFault fault;

    BrokenRecord(CocoFault fault) {
        super(fault.what(), null, false, false);
        this.fault = fault;
    }

    CocoFault fault() {
        return fault;
    }
}
