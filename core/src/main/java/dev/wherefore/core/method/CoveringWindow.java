package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.method.MethodSettings.Occluding;
import java.util.Arrays;

/**
 * A window that covers a picture at one place after the other, row by row. It moves by the stride
 * until it covers the last pixel, and may stick out there.
 *
 * @param how the window's size and stride, and what it shows
 * @param height the picture's height
 * @param width the picture's width
 * @param down how many places there are from top to bottom
 * @param across how many from left to right
 */
public record CoveringWindow(Occluding how, int height, int width, int down, int across) {

    /**
     * Returns the places of a window.
     *
     * @param how the window's size and stride, and what it shows
     * @param pictures the shape of pictures, {@code (B, C, H, W)}
     * @return the window
     */
    public static CoveringWindow of(Occluding how, Shape pictures) {
        int height = (int) pictures.get(2);
        int width = (int) pictures.get(3);
        int down = places(height, how.window().get(0), how.stride().get(0));
        int across = places(width, how.window().get(1), how.stride().get(1));
        return new CoveringWindow(how, height, width, down, across);
    }

    private static int places(int side, int window, int stride) {
        return window >= side ? 1 : (side - window + stride - 1) / stride + 1;
    }

    /**
     * Returns how many places there are.
     *
     * @return the number
     */
    public int count() {
        return down * across;
    }

    /**
     * Returns the first row that a place covers.
     *
     * @param place the place, from 0
     * @return the row
     */
    public int top(int place) {
        return place / across * how.stride().get(0);
    }

    /**
     * Returns the first column that a place covers.
     *
     * @param place the place, from 0
     * @return the column
     */
    public int left(int place) {
        return place % across * how.stride().get(1);
    }

    /**
     * Returns the row after the last that a place covers.
     *
     * @param place the place, from 0
     * @return the row
     */
    public int bottom(int place) {
        return Math.min(height, top(place) + how.window().get(0));
    }

    /**
     * Returns the column after the last that a place covers.
     *
     * @param place the place, from 0
     * @return the column
     */
    public int right(int place) {
        return Math.min(width, left(place) + how.window().get(1));
    }

    /**
     * Returns a picture, covered at some of the places.
     *
     * @param scope where the result belongs
     * @param picture {@code (1, C, H, W)}, of the same scope
     * @param from the first place
     * @param to the place after the last
     * @return {@code (to - from, C, H, W)}
     */
    public NDArray covered(NDManager scope, NDArray picture, int from, int to) {
        float[] shown = new float[(to - from) * height * width];
        Arrays.fill(shown, 1);
        for (int place = from; place < to; place++) {
            for (int y = top(place); y < bottom(place); y++) {
                int row = ((place - from) * height + y) * width;
                Arrays.fill(shown, row + left(place), row + right(place), 0);
            }
        }
        NDArray mask = scope.create(shown, new Shape(to - from, 1, height, width));
        NDArray kept = picture.mul(mask);
        if (how.fill() == Fill.ZERO) {
            return kept;
        }
        NDArray mean = picture.mean(new int[] {3}, true).mean(new int[] {2}, true);
        return kept.add(mean.mul(mask.neg().add(1)));
    }

    /**
     * Returns how much a score falls at each pixel, in the mean over the places that cover it.
     *
     * @param whole the score of the whole picture
     * @param covered the score of the picture covered at each place
     * @return {@code (H, W)}, row by row; 0 at pixels that no place covers, where the stride is
     *     beyond the window's size
     */
    public float[] meanDrop(float whole, float[] covered) {
        double[] sum = new double[height * width];
        int[] times = new int[height * width];
        for (int place = 0; place < covered.length; place++) {
            for (int y = top(place); y < bottom(place); y++) {
                for (int x = left(place); x < right(place); x++) {
                    sum[y * width + x] += whole - covered[place];
                    times[y * width + x]++;
                }
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = times[i] == 0 ? 0 : (float) (sum[i] / times[i]);
        }
        return mean;
    }
}
