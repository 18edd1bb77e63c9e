package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Tells a network where in the picture a place lies: sines and cosines of its coordinates, from
 * half a wave to two waves over the picture.
 */
public final class PlaceCodes {

    private static final double[] WAVES = {0.5, 1, 2};

    /** How many numbers stand for a place: a sine and a cosine for each wave, in x and in y. */
    public static final int NUMBERS = 4 * WAVES.length;

    private PlaceCodes() {}

    /**
     * Returns the numbers of all places of a grid.
     *
     * @param scope where they belong
     * @param height the grid's height h
     * @param width the grid's width w
     * @return {@code (1, h * w, NUMBERS)}, row by row
     */
    public static NDArray of(NDManager scope, int height, int width) {
        float[] values = new float[height * width * NUMBERS];
        int next = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (double wave : WAVES) {
                    double across = 2 * Math.PI * wave * (x + 0.5) / width;
                    double down = 2 * Math.PI * wave * (y + 0.5) / height;
                    values[next++] = (float) StrictMath.sin(across);
                    values[next++] = (float) StrictMath.cos(across);
                    values[next++] = (float) StrictMath.sin(down);
                    values[next++] = (float) StrictMath.cos(down);
                }
            }
        }
        // the engine's own memory: a graph may keep it longer than Java keeps its own
        try (NDArray array = scope.create(values, new Shape(1, (long) height * width, NUMBERS))) {
            return array.duplicate();
        }
    }
}
