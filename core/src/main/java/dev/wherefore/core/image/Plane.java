package dev.wherefore.core.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable plane of float32 values {@code (h, w)}, row by row from the top: a raw map, a
 * heatmap, one channel of a picture.
 */
public final class Plane {

    private final int height;
    private final int width;
    private final float[] values;

    // found when first asked for; a record's fields are final, so any thread sees it whole
    private @Nullable Range range;

    private Plane(int height, int width, float[] values) {
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /**
     * Returns a plane that holds a copy of {@code values}.
     *
     * @param height h, at least 1
     * @param width w, at least 1
     * @param values {@code h * w} numbers, row by row
     * @return the plane
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static Plane of(int height, int width, float[] values) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a plane must be at least 1x1, found " + height + "x" + width);
        }
        if (values.length != Math.multiplyExact(height, width)) {
            throw new IllegalArgumentException(
                    "a plane of "
                            + height
                            + "x"
                            + width
                            + " must have "
                            + (long) height * width
                            + " values, found "
                            + values.length);
        }
        return new Plane(height, width, values.clone());
    }

    /** A number for each place of a plane. */
    @FunctionalInterface
    public interface PlaceFunction {
        /**
         * Returns the number at a place.
         *
         * @param y the row, from the top
         * @param x the column, from the left
         * @return the number there
         */
        float at(int y, int x);
    }

    /**
     * Returns a plane whose values are computed place by place.
     *
     * @param height h, at least 1
     * @param width w, at least 1
     * @param function the value at each place
     * @return the plane
     */
    public static Plane compute(int height, int width, PlaceFunction function) {
        float[] values = new float[Math.multiplyExact(height, width)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = function.at(y, x);
            }
        }
        return new Plane(height, width, values);
    }

    /**
     * Returns the number of rows.
     *
     * @return h
     */
    public int height() {
        return height;
    }

    /**
     * Returns the number of columns.
     *
     * @return w
     */
    public int width() {
        return width;
    }

    /**
     * Returns one value.
     *
     * @param y the row, from the top
     * @param x the column, from the left
     * @return the value there
     */
    public float at(int y, int x) {
        return values[y * width + x];
    }

    /**
     * Returns a copy of all values, row by row.
     *
     * @return {@code h * w} numbers
     */
    public float[] toArray() {
        return values.clone();
    }

    /**
     * Returns the smallest value.
     *
     * @return the minimum
     */
    public float min() {
        return range().min();
    }

    /**
     * Returns the largest value.
     *
     * @return the maximum
     */
    public float max() {
        return range().max();
    }

    /** The smallest and largest value; both NaN if any value is. */
    private record Range(float min, float max) {}

    private Range range() {
        Range known = range;
        if (known == null) {
            float min = values[0];
            float max = values[0];
            boolean numbers = true;
            for (float v : values) {
                min = v < min ? v : min;
                max = v > max ? v : max;
                numbers &= !Float.isNaN(v);
            }
            known = numbers ? new Range(min, max) : new Range(Float.NaN, Float.NaN);
            range = known;
        }
        return known;
    }

    /** A function of one number. */
    @FunctionalInterface
    public interface ValueFunction {
        /**
         * Returns the new value.
         *
         * @param value the old value
         * @return the new value
         */
        float of(float value);
    }

    /**
     * Returns a plane of the same size with every value replaced.
     *
     * @param function the new value for each old one
     * @return the new plane
     */
    public Plane map(ValueFunction function) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = function.of(values[i]);
        }
        return new Plane(height, width, result);
    }

    /**
     * Returns this plane's mirror image.
     *
     * @return the plane, left and right exchanged
     */
    public Plane flipped() {
        return compute(height, width, (y, x) -> at(y, width - 1 - x));
    }

    /**
     * Returns this plane at another size, by bilinear interpolation between pixel centres (corners
     * not aligned, no antialiasing): what OpenCV's {@code INTER_LINEAR} and PyTorch's {@code
     * interpolate(mode="bilinear", align_corners=False)} compute.
     *
     * @param newHeight the new number of rows
     * @param newWidth the new number of columns
     * @return the plane at the new size
     */
    public Plane resizeBilinear(int newHeight, int newWidth) {
        if (newHeight == height && newWidth == width) {
            return this;
        }
        Stretch columns = new Stretch(width, newWidth);
        Stretch rows = new Stretch(height, newHeight);
        float[] wide = new float[Math.multiplyExact(height, newWidth)];
        for (int y = 0; y < height; y++) {
            columns.blendInRow(values, y * width, wide, y * newWidth);
        }
        float[] result = new float[Math.multiplyExact(newHeight, newWidth)];
        for (int y = 0; y < newHeight; y++) {
            int first = rows.first[y] * newWidth;
            int second = rows.second[y] * newWidth;
            float weight = rows.weight[y];
            for (int x = 0; x < newWidth; x++) {
                result[y * newWidth + x] =
                        wide[first + x] * (1 - weight) + wide[second + x] * weight;
            }
        }
        return new Plane(newHeight, newWidth, result);
    }

    /** For each place of a line at its new length, the two old places it lies between. */
    private static final class Stretch {

        private final int[] first;
        private final int[] second;
        private final float[] weight;

        Stretch(int length, int newLength) {
            first = new int[newLength];
            second = new int[newLength];
            weight = new float[newLength];
            float scale = (float) length / newLength;
            for (int i = 0; i < newLength; i++) {
                float from = Math.max((i + 0.5f) * scale - 0.5f, 0f);
                first[i] = Math.min((int) from, length - 1);
                second[i] = Math.min(first[i] + 1, length - 1);
                weight[i] = from - first[i];
            }
        }

        void blendInRow(float[] from, int fromStart, float[] to, int toStart) {
            for (int i = 0; i < weight.length; i++) {
                to[toStart + i] =
                        from[fromStart + first[i]] * (1 - weight[i])
                                + from[fromStart + second[i]] * weight[i];
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plane that
                && height == that.height
                && width == that.width
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * height + width) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Plane " + height + "x" + width + " in [" + min() + ", " + max() + "]";
    }
}
