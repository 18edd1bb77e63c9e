package dev.wherefore.core.coco;

import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.coco.Rle;
import java.util.List;

/** Where the pixels of an instance are, as small as the file has it. */
public sealed interface Segmentation {

    /**
     * Returns the pixels.
     *
     * @param width the image's width
     * @param height the image's height
     * @return a mask of the image's size
     */
    Mask mask(int width, int height);

    /**
     * Polygons, whose union it is.
     *
     * @param corners of each polygon the x and y of its corners in turn, in pixels from the upper
     *     left corner of the image, at least three corners; the arrays are not copied
     */
    record Polygons(List<float[]> corners) implements Segmentation {

        /** Copies the list. */
        public Polygons {
            corners = List.copyOf(corners);
        }

        /**
         * {@inheritDoc} A pixel belongs to it if its centre lies inside a polygon by the even-odd
         * rule. COCO's own program rounds to fifths of a pixel first, so that it may differ from
         * this at the edge.
         */
        @Override
        public Mask mask(int width, int height) {
            return new PolygonFill(width, height).union(corners);
        }
    }

    /**
     * Run lengths, of a crowd mostly.
     *
     * @param counts the run lengths, compressed as {@link Rle} has them
     */
    record Runs(String counts) implements Segmentation {

        /** {@inheritDoc} */
        @Override
        public Mask mask(int width, int height) {
            return Rle.decode(counts, width, height);
        }
    }
}
