package dev.wherefore.core.metric;

import dev.wherefore.core.image.Plane;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The places of a map in the order of their heat, to be covered or uncovered. */
public final class RankedPlaces {

    private static final int INT_BITS = 32;
    private static final int PATCHES = 8;
    private static final long INT_MASK = 0xFFFFFFFFL;

    private final int height;
    private final int width;

    /** The rank of each place, 0 for the hottest. */
    private final int[] ranks;

    private RankedPlaces(Plane heat, int[] order) {
        this.height = heat.height();
        this.width = heat.width();
        float[] values = heat.toArray();
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            int place = order[i];
            keys[i] = ((long) coldness(values[place]) << INT_BITS) | i;
        }
        Arrays.sort(keys);
        ranks = new int[keys.length];
        for (int rank = 0; rank < keys.length; rank++) {
            ranks[order[(int) (keys[rank] & INT_MASK)]] = rank;
        }
    }

    /** A number that rises as the value falls; what is not a number is coldest. */
    private static int coldness(float value) {
        if (Float.isNaN(value)) {
            return Integer.MAX_VALUE;
        }
        // adding 0 makes -0 and 0 the same
        int bits = Float.floatToIntBits(value + 0f);
        return ~(bits < 0 ? bits ^ Integer.MAX_VALUE : bits);
    }

    /**
     * Returns the order in which of places that are equally hot the first from the top is hotter.
     *
     * @param heat the map
     * @return its places in order
     */
    public static RankedPlaces of(Plane heat) {
        return new RankedPlaces(heat, counted(heat));
    }

    /**
     * Returns the order in which it is drawn by lot which of places that are equally hot is hotter:
     * a part of a map that says nothing prefers no side. The lot falls on patches, an eighth of the
     * map's sides, since networks take single covered pixels for something that is there.
     *
     * @param heat the map
     * @param dice where the lot comes from
     * @return its places in order
     */
    public static RankedPlaces byLot(Plane heat, SplittableRandom dice) {
        Plane noise =
                Plane.compute(PATCHES, PATCHES, (y, x) -> (float) dice.nextDouble())
                        .resizeBilinear(heat.height(), heat.width());
        int[] order = new int[heat.height() * heat.width()];
        int[] ranks = of(noise).ranks;
        for (int place = 0; place < order.length; place++) {
            order[ranks[place]] = place;
        }
        return new RankedPlaces(heat, order);
    }

    private static int[] counted(Plane heat) {
        int[] order = new int[heat.height() * heat.width()];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /**
     * Returns what a picture is multiplied by, to cover the hottest places.
     *
     * @param share which share of the places is covered, in [0, 1], rounded to whole places
     * @return {@code (h, w)}: 0 where it is covered, else 1
     */
    public Plane withoutHottest(double share) {
        int covered = (int) Math.round(share * ranks.length);
        return Plane.compute(height, width, (y, x) -> ranks[y * width + x] < covered ? 0 : 1);
    }

    /**
     * Returns what a picture is multiplied by, to leave the hottest places alone.
     *
     * @param share which share of the places stays, in [0, 1], rounded to whole places
     * @return {@code (h, w)}: 1 where it stays, else 0
     */
    public Plane onlyHottest(double share) {
        int kept = (int) Math.round(share * ranks.length);
        return Plane.compute(height, width, (y, x) -> ranks[y * width + x] < kept ? 1 : 0);
    }
}
