package dev.wherefore.vqa.train;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.train.HostArray;
import java.util.Arrays;

/**
 * What no object covers, in a grid of places.
 *
 * @param height how many places there are from top to bottom
 * @param width how many from left to right
 */
record Ground(int height, int width) {

    /**
     * Returns the share of each place that no object covers.
     *
     * @return {@code (1, h * w)}, from 0 to 1, row by row
     */
    HostArray of(Scene scene) {
        int down = scene.picture().height();
        int across = scene.picture().width();
        float[] bare = new float[height * width];
        Arrays.fill(bare, 1);
        if (!scene.objects().isEmpty()) {
            Mask covered = Mask.union(scene.objects().stream().map(SceneObject::mask).toList());
            float pixel = (float) (height * width) / (down * across);
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    if (covered.contains(x, y)) {
                        bare[y * height / down * width + x * width / across] -= pixel;
                    }
                }
            }
        }
        return new HostArray(bare, new Shape(1, (long) height * width));
    }
}
