package dev.wherefore.core.check;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a check found.
 *
 * @param value the number; nothing where the check does not apply
 * @param curves the curves that it is drawn from, if any
 */
public record Finding(OptionalDouble value, List<Curve> curves) {

    /** Nothing was found. */
    public static final Finding NONE = new Finding(OptionalDouble.empty(), List.of());

    /** Copies the list. */
    public Finding {
        curves = List.copyOf(curves);
    }

    /**
     * Returns a number without curves.
     *
     * @param value the number
     * @return the finding
     */
    public static Finding of(double value) {
        return new Finding(OptionalDouble.of(value), List.of());
    }
}
