package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.PreparedPicture;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures that follow each other and are of one size, so that they share a pass.
 *
 * @param from the first one's place among all
 * @param pictures the pictures, at least one
 */
public record PictureBatch(int from, List<PreparedPicture> pictures) {

    /** Copies the list. */
    public PictureBatch {
        pictures = List.copyOf(pictures);
    }

    /**
     * Cuts pictures into batches; the order stays.
     *
     * @param pictures pictures of any sizes
     * @return the batches, which follow each other
     */
    public static List<PictureBatch> of(List<PreparedPicture> pictures) {
        List<PictureBatch> batches = new ArrayList<>();
        int from = 0;
        while (from < pictures.size()) {
            int to = from + 1;
            while (to < pictures.size() && sameSize(pictures.get(from), pictures.get(to))) {
                to++;
            }
            batches.add(new PictureBatch(from, pictures.subList(from, to)));
            from = to;
        }
        return batches;
    }

    private static boolean sameSize(PreparedPicture a, PreparedPicture b) {
        return a.height() == b.height() && a.width() == b.width();
    }

    /**
     * Returns where the batch ends.
     *
     * @return the place after the last picture's among all
     */
    public int to() {
        return from + pictures.size();
    }

    /**
     * Returns the network's input.
     *
     * @param scope where it belongs
     * @return {@code (B, C, H, W)}
     */
    public NDArray array(NDManager scope) {
        return array(scope, pictures);
    }

    /**
     * Returns the network's input for pictures of one size.
     *
     * @param scope where it belongs
     * @param pictures at least one picture
     * @return {@code (B, C, H, W)}
     */
    public static NDArray array(NDManager scope, List<PreparedPicture> pictures) {
        PreparedPicture first = pictures.get(0);
        int size = first.channels() * first.height() * first.width();
        float[] all = new float[pictures.size() * size];
        for (int i = 0; i < pictures.size(); i++) {
            System.arraycopy(pictures.get(i).channelsFirst(), 0, all, i * size, size);
        }
        return scope.create(
                all, new Shape(pictures.size(), first.channels(), first.height(), first.width()));
    }
}
