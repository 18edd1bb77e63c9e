package dev.wherefore.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Collects times of one thing, the first ones (warming up) left out, and tells their median. */
final class Medians {

    private static final int WARM_UP = 20;

    private final String what;
    private final int warmUp;
    private final List<Long> nanos = new ArrayList<>();
    private int calls;

    Medians(String what) {
        this(what, WARM_UP);
    }

    /** Times of something slow, of which so many first ones are left out. */
    Medians(String what, int warmUp) {
        this.what = what;
        this.warmUp = warmUp;
    }

    void forget() {
        nanos.clear();
        calls = 0;
    }

    float time(Supplier<Float> action) {
        long start = System.nanoTime();
        float result = action.get();
        long end = System.nanoTime();
        if (calls++ >= warmUp) {
            nanos.add(end - start);
        }
        return result;
    }

    private double median() {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2) / 1e6;
    }

    void print(Medians unit) {
        System.out.printf(
                "%n%-40s median %8.2f ms of %d   %5.3f x",
                what, median(), nanos.size(), median() / unit.median());
    }
}
