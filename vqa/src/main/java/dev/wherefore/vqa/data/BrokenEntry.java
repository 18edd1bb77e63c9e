package dev.wherefore.vqa.data;

/** A record of a file cannot be used. */
final class BrokenEntry extends Exception {

    private static final long serialVersionUID = 1L;

    private final QuestionFault fault;

    BrokenEntry(QuestionFault fault) {
        super(fault.what(), null, false, false);
        this.fault = fault;
    }

    QuestionFault fault() {
        return fault;
    }
}
