package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.image.Interpolation;
import dev.wherefore.core.method.MethodSettings.MaskOrder;

/** Masks of the picture made of a layer's channels, from 0 to 1. */
record ChannelMasks(MaskOrder order, int height, int width) {

    private static final float EPSILON = 1e-8f;

    /**
     * Returns a mask for each channel.
     *
     * @param scope where the result belongs
     * @param channels {@code (N, h, w)}, of the same scope
     * @return {@code (N, 1, height, width)}
     */
    NDArray of(NDManager scope, NDArray channels) {
        NDArray masks =
                switch (order) {
                    case ENLARGE_FIRST ->
                            spread(resized(scope, channels, Interpolation.BILINEAR_ALIGNED));
                    case SPREAD_FIRST -> resized(scope, spread(channels), Interpolation.BILINEAR);
                };
        return masks.expandDims(1);
    }

    private NDArray resized(NDManager scope, NDArray maps, Interpolation way) {
        return Resized.of(scope, maps, height, width, way);
    }

    private static NDArray spread(NDArray maps) {
        int[] places = {1};
        NDArray flat = maps.reshape(maps.getShape().get(0), -1);
        NDArray least = flat.min(places, true);
        NDArray range = flat.max(places, true).sub(least).add(EPSILON);
        return flat.sub(least).div(range).reshape(maps.getShape());
    }
}
