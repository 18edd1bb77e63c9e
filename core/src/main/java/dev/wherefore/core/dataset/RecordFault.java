package dev.wherefore.core.dataset;

/** Why a record of a data set, or a part of one, was left out. Enums implement it. */
public interface RecordFault {

    /**
     * Returns what was left out.
     *
     * @return "a picture that …", to be followed by a number
     */
    String what();
}
