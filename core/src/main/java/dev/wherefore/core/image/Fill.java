package dev.wherefore.core.image;

/** What stands in place of pixels that are taken away. */
public enum Fill {
    /** The mean of each channel over the picture. */
    MEAN,
    /** Zero, after the preprocessing. */
    ZERO
}
