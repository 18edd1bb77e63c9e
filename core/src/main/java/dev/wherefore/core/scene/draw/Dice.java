package dev.wherefore.core.scene.draw;

import java.util.List;

/**
 * Random numbers that are the same on every platform: SplitMix64, after Steele, Lea and Flood,
 * "Fast splittable pseudorandom number generators" (OOPSLA 2014). Not for several threads.
 */
public final class Dice {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /**
     * Starts a sequence.
     *
     * @param seed any number; the same seed gives the same sequence
     */
    public Dice(long seed) {
        this.state = mix(seed + GOLDEN);
    }

    /**
     * Returns all 64 bits of the next number.
     *
     * @return any number
     */
    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /**
     * Returns the next number of an interval.
     *
     * @param low the least
     * @param high the bound, not reached
     * @return a number, all equally likely
     */
    public double between(double low, double high) {
        return low + (high - low) * ((next() >>> 11) * 0x1.0p-53);
    }

    /**
     * Returns the next whole number.
     *
     * @param bound how many there are, at least 1
     * @return a number from 0 to {@code bound - 1}
     */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /**
     * Returns whether something happens.
     *
     * @param probability how often it does, from 0 to 1
     * @return whether it does this time
     */
    public boolean chance(double probability) {
        return between(0, 1) < probability;
    }

    /**
     * Returns one of several things.
     *
     * @param choices the things, at least one
     * @param <T> what they are
     * @return one of them, all equally likely
     */
    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /**
     * Returns one of several colours.
     *
     * @param choices the colours, {@code 0xRRGGBB}, at least one
     * @return one of them, all equally likely
     */
    public int tone(int... choices) {
        return choices[below(choices.length)];
    }

    /**
     * Scrambles a number so that neighbours share nothing.
     *
     * @param number any number
     * @return its image; different numbers have different ones
     */
    public static long mix(long number) {
        long z = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
