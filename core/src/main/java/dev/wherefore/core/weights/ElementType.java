package dev.wherefore.core.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of numbers in files of weights, by safetensors' names, little-endian. They stand in the
 * order in which safetensors ranks them.
 */
public enum ElementType {
    /** A byte: zero is false. */
    BOOL(1),
    /** Unsigned, 8 bits. */
    U8(1),
    /** Signed, 8 bits. */
    I8(1),
    /** Signed, 16 bits. */
    I16(2),
    /** Unsigned, 16 bits. */
    U16(2),
    /** IEEE 754 binary16. */
    F16(2),
    /** The upper half of an F32. */
    BF16(2),
    /** Signed, 32 bits. */
    I32(4),
    /** Unsigned, 32 bits. */
    U32(4),
    /** IEEE 754 binary32. */
    F32(4),
    /** IEEE 754 binary64. */
    F64(8),
    /** Signed, 64 bits. */
    I64(8),
    /** Unsigned, 64 bits. */
    U64(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /**
     * Refuses a type that trained weights cannot be saved as.
     *
     * @param key the key of a config that names it
     * @throws IllegalArgumentException if it is not of 32-bit or 16-bit floats
     */
    public void requireSavable(String key) {
        if (this != F32 && this != F16 && this != BF16) {
            throw new IllegalArgumentException(
                    "%s must be one of f32, f16, bf16, found '%s'"
                            .formatted(key, name().toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * Returns how large a number is.
     *
     * @return the size in bytes: 1, 2, 4 or 8
     */
    public int bytes() {
        return bytes;
    }

    /**
     * Finds a type.
     *
     * @param name the name as safetensors writes it
     * @return the type, empty if there is none of this name
     */
    public static Optional<ElementType> of(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }

    /** Whether numbers of this type have fractions. */
    boolean isFloating() {
        return this == F16 || this == BF16 || this == F32 || this == F64;
    }

    /** Reads {@code count} numbers from a little-endian buffer, each to the nearest float. */
    void read(ByteBuffer from, float[] to, int at, int count) {
        if (this == F32) {
            from.asFloatBuffer().get(to, at, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            to[at + i] = next(from);
        }
    }

    private float next(ByteBuffer from) {
        return switch (this) {
            case BOOL -> from.get() == 0 ? 0 : 1;
            case U8 -> Byte.toUnsignedInt(from.get());
            case I8 -> from.get();
            case I16 -> from.getShort();
            case U16 -> Short.toUnsignedInt(from.getShort());
            case F16 -> HalfFloats.fromHalf(from.getShort());
            case BF16 -> HalfFloats.fromBrain(from.getShort());
            case I32 -> from.getInt();
            case U32 -> Integer.toUnsignedLong(from.getInt());
            case F32 -> from.getFloat();
            case F64 -> (float) from.getDouble();
            case I64 -> from.getLong();
            case U64 -> unsigned(from.getLong());
        };
    }

    /** Halved with its last bit kept, so that rounding sees what lies beyond a float's digits. */
    private static float unsigned(long bits) {
        return bits >= 0 ? bits : 2f * ((bits >>> 1) | (bits & 1));
    }

    /** Writes a number that the type can hold to a little-endian buffer. */
    void write(float value, ByteBuffer to) {
        switch (this) {
            case BOOL, U8, I8 -> to.put((byte) value);
            case I16, U16 -> to.putShort((short) value);
            case F16 -> to.putShort(HalfFloats.toHalf(value));
            case BF16 -> to.putShort(HalfFloats.toBrain(value));
            case I32, U32 -> to.putInt((int) value);
            case F32 -> to.putFloat(value);
            case F64 -> to.putDouble(value);
            case I64, U64 -> to.putLong((long) value);
        }
    }
}
