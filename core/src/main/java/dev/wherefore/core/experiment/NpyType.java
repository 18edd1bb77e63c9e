package dev.wherefore.core.experiment;

import java.util.Arrays;
import java.util.Optional;

/** The number types of NumPy arrays that are read and written, all little-endian. */
public enum NpyType {
    /** {@code float32}. */
    FLOAT32("<f4", Float.BYTES),
    /** {@code float64}. */
    FLOAT64("<f8", Double.BYTES),
    /** {@code int64}. */
    INT64("<i8", Long.BYTES),
    /** {@code int32}. */
    INT32("<i4", Integer.BYTES),
    /** {@code bool}: one byte, 0 or 1. */
    BOOL("|b1", Byte.BYTES);

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /**
     * Returns NumPy's name of this type in a header.
     *
     * @return the code: {@code <f4}
     */
    public String code() {
        return code;
    }

    /**
     * Returns the size of a number.
     *
     * @return the number of bytes
     */
    public int bytes() {
        return bytes;
    }

    static Optional<NpyType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
