package dev.wherefore.core.scene.draw;

import java.util.BitSet;

/**
 * What an object covers if nothing is before it.
 *
 * @param pixels the covered pixels of the picture, {@code y * width + x} each
 * @param area how many pixels it covers, those beyond the picture's edge too
 */
public record Silhouette(BitSet pixels, int area) {

    /** Copies the set. */
    public Silhouette {
        pixels = (BitSet) pixels.clone();
    }

    /**
     * Returns the covered pixels.
     *
     * @return a copy
     */
    @Override
    public BitSet pixels() {
        return (BitSet) pixels.clone();
    }
}
