package dev.wherefore.core.weights;

/**
 * The two sorts of 16-bit numbers: IEEE 754's binary16 (1 sign, 5 exponent, 10 fraction bits) and
 * bfloat16, the upper half of a binary32. Narrowing rounds to the nearest, ties to even.
 */
final class HalfFloats {

    private static final int INFINITE_FLOAT = 0x7f800000;
    private static final int SMALLEST_NORMAL_HALF = 0x38800000;
    private static final int ROUNDS_TO_INFINITE_HALF = 0x477ff000;
    private static final int EXPONENT_DIFFERENCE = 127 - 15;

    private HalfFloats() {}

    static float fromHalf(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >>> 10) & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(magnitude));
        }
        int wide = exponent == 0x1f ? 0xff : exponent + EXPONENT_DIFFERENCE;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }

    /** Values that are too large become infinite; a NaN stays one. */
    static short toHalf(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int magnitude = bits & 0x7fffffff;
        return (short) (sign | halfMagnitude(magnitude));
    }

    private static int halfMagnitude(int magnitude) {
        if (magnitude > INFINITE_FLOAT) {
            return 0x7e00 | ((magnitude >>> 13) & 0x3ff);
        }
        if (magnitude >= ROUNDS_TO_INFINITE_HALF) {
            return 0x7c00;
        }
        if (magnitude < SMALLEST_NORMAL_HALF) {
            return (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24);
        }
        return roundedShift(magnitude - (EXPONENT_DIFFERENCE << 23), 13);
    }

    static float fromBrain(short brain) {
        return Float.intBitsToFloat(brain << 16);
    }

    /** Values that are too large become infinite; a NaN stays one. */
    static short toBrain(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        int sign = (bits >>> 16) & 0x8000;
        return (short) (sign | roundedShift(bits & 0x7fffffff, 16));
    }

    /** A carry out of the fraction raises the exponent, which is what rounding up asks for. */
    private static int roundedShift(int bits, int shift) {
        int odd = (bits >>> shift) & 1;
        return (bits + (1 << (shift - 1)) - 1 + odd) >>> shift;
    }
}
