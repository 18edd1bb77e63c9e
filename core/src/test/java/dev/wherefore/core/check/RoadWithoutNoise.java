package dev.wherefore.core.check;

import java.util.stream.IntStream;

/** ROAD as the reference numbers have it. */
public final class RoadWithoutNoise {

    private RoadWithoutNoise() {}

    /** ROAD that keeps so many per cent, falling, and adds nothing to what it fills in. */
    public static Check of(int... percentiles) {
        return new Road(IntStream.of(percentiles).boxed().toList(), 0);
    }
}
