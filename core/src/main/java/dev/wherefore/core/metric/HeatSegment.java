package dev.wherefore.core.metric;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Hot places that hang together.
 *
 * @param size the number of places
 * @param box the box around them
 */
record HeatSegment(int size, HeatBox box) {

    /**
     * Returns the segment that holds a place, and removes its places from {@code hot}.
     *
     * @param hot the hot places, row by row
     * @param width the number of columns
     * @param start a hot place
     */
    static HeatSegment take(BitSet hot, int width, int start) {
        int x0 = width;
        int y0 = Integer.MAX_VALUE;
        int x1 = 0;
        int y1 = 0;
        int size = 0;
        int[] open = new int[64];
        int waiting = 0;
        open[waiting++] = start;
        hot.clear(start);
        while (waiting > 0) {
            int place = open[--waiting];
            int x = place % width;
            int y = place / width;
            size++;
            x0 = Math.min(x0, x);
            y0 = Math.min(y0, y);
            x1 = Math.max(x1, x + 1);
            y1 = Math.max(y1, y + 1);
            if (waiting + 8 > open.length) {
                open = Arrays.copyOf(open, open.length * 2);
            }
            waiting = addNeighbours(hot, width, place, open, waiting);
        }
        return new HeatSegment(size, new HeatBox(x0, y0, x1, y1));
    }

    /** Moves a place's hot neighbours from {@code hot} to {@code open}. */
    private static int addNeighbours(BitSet hot, int width, int place, int[] open, int waiting) {
        int column = place % width;
        int left = column == 0 ? 0 : -1;
        int right = column == width - 1 ? 0 : 1;
        int count = waiting;
        for (int row = place - width; row <= place + width; row += width) {
            for (int near = row + left; near <= row + right; near++) {
                if (near >= 0 && hot.get(near)) {
                    hot.clear(near);
                    open[count++] = near;
                }
            }
        }
        return count;
    }
}
