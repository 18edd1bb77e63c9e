package dev.wherefore.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatsTest {

    private static final int INFINITE_HALF = 0x7c00;
    private static final int INFINITE_BRAIN = 0x7f80;

    /** The definition in IEEE 754, in slow arithmetic of doubles. */
    private static double value(int bits, int exponentBits, int fractionBits) {
        int bias = (1 << (exponentBits - 1)) - 1;
        int exponent = (bits >> fractionBits) & ((1 << exponentBits) - 1);
        double fraction = (bits & ((1 << fractionBits) - 1)) / Math.pow(2, fractionBits);
        double sign = (bits & 0x8000) == 0 ? 1 : -1;
        if (exponent == (1 << exponentBits) - 1) {
            return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        return exponent == 0
                ? sign * fraction * Math.pow(2, 1 - bias)
                : sign * (1 + fraction) * Math.pow(2, exponent - bias);
    }

    @Test
    void all65536ValuesOfBothSortsAreWhatTheFormulaSays() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            assertThat((Double) (double) HalfFloats.fromHalf((short) bits))
                    .isEqualTo(Double.valueOf(value(bits, 5, 10)));
            assertThat((Double) (double) HalfFloats.fromBrain((short) bits))
                    .isEqualTo(Double.valueOf(value(bits, 8, 7)));
        }
    }

    @Test
    void everyValueComesBackAsItWas() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            if ((bits & 0x7fff) <= INFINITE_HALF) {
                float wide = HalfFloats.fromHalf((short) bits);
                assertThat(HalfFloats.toHalf(wide)).isEqualTo((short) bits);
            }
            if ((bits & 0x7fff) <= INFINITE_BRAIN) {
                float wide = HalfFloats.fromBrain((short) bits);
                assertThat(HalfFloats.toBrain(wide)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void halfwayValuesGoToTheEvenNeighbourAndOthersToTheNearest() {
        for (int bits = 0; bits < INFINITE_HALF - 1; bits++) {
            float low = HalfFloats.fromHalf((short) bits);
            float middle = (low + HalfFloats.fromHalf((short) (bits + 1))) / 2;
            int even = bits + (bits & 1);
            assertThat((int) HalfFloats.toHalf(middle)).isEqualTo(even);
            assertThat((int) HalfFloats.toHalf(Math.nextDown(middle))).isEqualTo(bits);
            assertThat((int) HalfFloats.toHalf(Math.nextUp(middle))).isEqualTo(bits + 1);
            assertThat(HalfFloats.toHalf(-middle)).isEqualTo((short) (0x8000 | even));
        }
        for (int bits = 0; bits < INFINITE_BRAIN - 1; bits++) {
            float middle = Float.intBitsToFloat((bits << 16) + 0x8000);
            assertThat((int) HalfFloats.toBrain(middle)).isEqualTo(bits + (bits & 1));
            assertThat((int) HalfFloats.toBrain(Math.nextDown(middle))).isEqualTo(bits);
            assertThat((int) HalfFloats.toBrain(Math.nextUp(middle))).isEqualTo(bits + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "65504, 31743", "65519.996, 31743", "65520, 31744", "1e30, 31744", "-65520, -1024",
        "Infinity, 31744", "5.9604645e-8, 1", "2.9802322e-8, 0", "2.98024e-8, 1", "1e-45, 0",
        "-0.0, -32768", "0.1, 11878"
    })
    void theEdgesOfHalfAreWhatNumpySays(float value, short bits) {
        assertThat(HalfFloats.toHalf(value)).isEqualTo(bits);
    }

    @Test
    void notANumberStaysOne() {
        for (int bits : new int[] {0x7f800001, 0x7fc00000, 0xffffffff, 0xff800001}) {
            float nan = Float.intBitsToFloat(bits);
            assertThat(HalfFloats.fromHalf(HalfFloats.toHalf(nan))).isNaN();
            assertThat(HalfFloats.fromBrain(HalfFloats.toBrain(nan))).isNaN();
        }
    }
}
