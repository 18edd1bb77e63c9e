package dev.wherefore.core.scene;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import java.util.BitSet;
import java.util.List;

/** A set of pixels of a picture. Immutable. */
public final class Mask {

    private final int width;
    private final int height;
    private final BitSet pixels;

    private Mask(int width, int height, BitSet pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * Returns a mask.
     *
     * @param width the picture's width in pixels, at least 1
     * @param height the picture's height in pixels, at least 1
     * @param pixels the pixels that belong to it, {@code y * width + x} each; copied
     * @return the mask
     * @throws IllegalArgumentException if a pixel lies outside the picture
     */
    public static Mask of(int width, int height, BitSet pixels) {
        if (width < 1 || height < 1 || pixels.length() > width * height) {
            throw new IllegalArgumentException(
                    "a mask of %dx%d cannot hold pixel %d"
                            .formatted(width, height, pixels.length() - 1));
        }
        return new Mask(width, height, (BitSet) pixels.clone());
    }

    /**
     * Returns the pixels of some boxes: those whose centre lies in one.
     *
     * @param size the picture's size
     * @param boxes boxes within the picture; one too thin to hold a centre has the pixels it meets
     * @return the mask
     */
    public static Mask of(Size size, List<Rectangle> boxes) {
        BitSet pixels = new BitSet();
        for (Rectangle box : boxes) {
            int left = Math.min((int) Math.ceil(box.left() - 0.5), size.width() - 1);
            int top = Math.min((int) Math.ceil(box.top() - 0.5), size.height() - 1);
            int right = Math.max(left + 1, (int) Math.ceil(box.right() - 0.5));
            int bottom = Math.max(top + 1, (int) Math.ceil(box.bottom() - 0.5));
            for (int y = top; y < bottom; y++) {
                pixels.set(y * size.width() + left, y * size.width() + right);
            }
        }
        return of(size.width(), size.height(), pixels);
    }

    /**
     * Returns whether a pixel belongs to this and another mask.
     *
     * @param other a mask of the same picture
     * @return true if one does
     */
    public boolean meets(Mask other) {
        return pixels.intersects(other.pixels);
    }

    /**
     * Returns a mask of all pixels that belong to any of some masks.
     *
     * @param masks masks of one picture, at least one
     * @return their union
     * @throws IllegalArgumentException if there is none, or their sizes differ
     */
    public static Mask union(List<Mask> masks) {
        if (masks.isEmpty()) {
            throw new IllegalArgumentException("a union needs a mask");
        }
        Mask first = masks.get(0);
        BitSet pixels = new BitSet(first.width * first.height);
        for (Mask mask : masks) {
            if (mask.width != first.width || mask.height != first.height) {
                throw new IllegalArgumentException(
                        "masks of %dx%d and %dx%d are not of one picture"
                                .formatted(first.width, first.height, mask.width, mask.height));
            }
            pixels.or(mask.pixels);
        }
        return new Mask(first.width, first.height, pixels);
    }

    /**
     * Returns the picture's width.
     *
     * @return the width in pixels
     */
    public int width() {
        return width;
    }

    /**
     * Returns the picture's height.
     *
     * @return the height in pixels
     */
    public int height() {
        return height;
    }

    /**
     * Returns whether a pixel belongs to it.
     *
     * @param x the column, from the left
     * @param y the row, from the top
     * @return whether it does; false outside the picture
     */
    public boolean contains(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && pixels.get(y * width + x);
    }

    /**
     * Returns how many pixels belong to it.
     *
     * @return the number of pixels
     */
    public int area() {
        return pixels.cardinality();
    }

    /**
     * Returns the smallest rectangle of whole pixels around it.
     *
     * @return the box; of no size, at the origin, if the mask is empty
     */
    public Rectangle box() {
        if (pixels.isEmpty()) {
            return new Rectangle(0, 0, 0, 0);
        }
        int left = width;
        int right = 0;
        for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
            left = Math.min(left, i % width);
            right = Math.max(right, i % width + 1);
        }
        int top = pixels.nextSetBit(0) / width;
        int bottom = (pixels.length() - 1) / width + 1;
        return new Rectangle(left, top, right, bottom);
    }
}
