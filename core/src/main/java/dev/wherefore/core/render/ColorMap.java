package dev.wherefore.core.render;

/**
 * An immutable table of 256 sRGB colours from the coldest to the hottest. A sequential map goes
 * from nothing to much; a diverging one from negative through nothing, in its middle, to positive.
 */
public final class ColorMap {

    /** The number of colours of a map. */
    public static final int SIZE = 256;

    /** The colour of "not a number", {@code 0xRRGGBB}: a middle grey. */
    public static final int NAN_RGB = 0x808080;

    private final String name;
    private final boolean diverging;
    private final int[] table;

    /**
     * Constructs a map that holds a copy of {@code table}.
     *
     * @param name what users call it
     * @param diverging whether its middle stands for 0
     * @param table 256 colours {@code 0xRRGGBB}, coldest first
     * @throws IllegalArgumentException if there are not 256 colours
     */
    public ColorMap(String name, boolean diverging, int[] table) {
        if (table.length != SIZE) {
            throw new IllegalArgumentException(
                    "a colour map must have 256 colours, found " + table.length);
        }
        this.name = name;
        this.diverging = diverging;
        this.table = table.clone();
    }

    /**
     * Returns the name.
     *
     * @return what users call this map
     */
    public String name() {
        return name;
    }

    /**
     * Returns whether the middle of this map stands for 0.
     *
     * @return true for a map of signed values
     */
    public boolean diverging() {
        return diverging;
    }

    /**
     * Returns the colour of a value: the nearest of the 256. Values below 0 get the coldest colour,
     * values above 1 the hottest, NaN gets {@link #NAN_RGB}.
     *
     * @param value the value, in [0, 1]
     * @return the colour, {@code 0xRRGGBB}
     */
    public int rgb(float value) {
        if (Float.isNaN(value)) {
            return NAN_RGB;
        }
        float clipped = Math.min(Math.max(value, 0f), 1f);
        return table[Math.round(clipped * (SIZE - 1))];
    }

    /**
     * Returns the colour of a signed value: −1 gets the first colour, 0 the middle, 1 the last.
     *
     * @param value the value, in [−1, 1]; others are clipped, NaN gets {@link #NAN_RGB}
     * @return the colour, {@code 0xRRGGBB}
     */
    public int signedRgb(float value) {
        return rgb((value + 1f) / 2f);
    }

    @Override
    public String toString() {
        return name;
    }
}
