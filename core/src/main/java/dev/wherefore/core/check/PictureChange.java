package dev.wherefore.core.check;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.SplittableRandom;

/**
 * A change of a picture that no map has a part in. Changes that are equal do the same, so that what
 * the network says after one needs to be asked once.
 */
public sealed interface PictureChange {

    /** No change. */
    PictureChange NONE = new Nothing();

    /**
     * Returns the changed picture.
     *
     * @param picture the picture
     * @return another of the same size
     */
    PixelMap of(PixelMap picture);

    /** No change. */
    record Nothing() implements PictureChange {

        @Override
        public PixelMap of(PixelMap picture) {
            return picture;
        }
    }

    /** Left and right exchanged. */
    record Mirror() implements PictureChange {

        @Override
        public PixelMap of(PixelMap picture) {
            return picture.flipped();
        }
    }

    /**
     * A number added to each value, drawn evenly from [-radius, radius].
     *
     * @param radius the largest number
     * @param seed what they are drawn from
     */
    record Noise(double radius, long seed) implements PictureChange {

        @Override
        public PixelMap of(PixelMap picture) {
            SplittableRandom dice = new SplittableRandom(seed);
            return picture.map(v -> (float) (v + radius * (2 * dice.nextDouble() - 1)));
        }
    }

    /**
     * A square covered by 0, the mean colour of the preprocessing.
     *
     * @param top its first row
     * @param left its first column
     * @param side its side in pixels
     */
    record Square(int top, int left, int side) implements PictureChange {

        /**
         * Returns whether the square covers a place.
         *
         * @param y the row
         * @param x the column
         * @return true if it does
         */
        boolean covers(int y, int x) {
            return y >= top && y < top + side && x >= left && x < left + side;
        }

        @Override
        public PixelMap of(PixelMap picture) {
            return picture.times(
                    Plane.compute(
                            picture.height(), picture.width(), (y, x) -> covers(y, x) ? 0 : 1));
        }
    }
}
