package dev.wherefore.classification;

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
record PictureBatch(int from, List<PreparedPicture> pictures) {

    /** Cuts pictures into batches; the order stays. */
    static List<PictureBatch> of(List<PreparedPicture> pictures) {
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

    /** The place after the last one. */
    int to() {
        return from + pictures.size();
    }

    /** The network's input, {@code (B, C, H, W)}. */
    NDArray array(NDManager scope) {
        return array(scope, pictures);
    }

    /** The network's input for pictures of one size, {@code (B, C, H, W)}. */
    static NDArray array(NDManager scope, List<PreparedPicture> pictures) {
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
