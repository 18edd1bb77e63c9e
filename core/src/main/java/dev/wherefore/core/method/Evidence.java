package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * What one pass leaves at a tapped layer. Where that is attention, C are its heads and queries, and
 * the places are its keys.
 *
 * @param activation A, what the layer gave: {@code (R, C, h, w)}
 * @param gradient G, the target's gradient by it: {@code (R, C, h, w)}
 * @param channelSum how the weighted channels become one map
 */
public record Evidence(NDArray activation, NDArray gradient, ChannelSum channelSum) {

    /** Checks that the two fit. */
    public Evidence {
        if (activation.getShape().dimension() != 4
                || !activation.getShape().equals(gradient.getShape())) {
            throw new IllegalArgumentException(
                    "activation and gradient must both be (rows, channels, height, width), found "
                            + activation.getShape()
                            + " and "
                            + gradient.getShape());
        }
    }

    /**
     * Constructs evidence whose channels are summed.
     *
     * @param activation A, what the layer gave: {@code (R, C, h, w)}
     * @param gradient G, the target's gradient by it: {@code (R, C, h, w)}
     */
    public Evidence(NDArray activation, NDArray gradient) {
        this(activation, gradient, ChannelSum.PLAIN);
    }

    /**
     * Returns the sum over the channels of activations, each channel with one weight.
     *
     * @param weights {@code (R, C)}
     * @return {@code (R, h, w)}
     */
    public NDArray weighted(NDArray weights) {
        Shape shape = activation.getShape();
        long rows = shape.get(0);
        long channels = shape.get(1);
        if (channelSum != ChannelSum.PLAIN) {
            return channelSum.of(weights.reshape(rows, channels, 1, 1).mul(activation));
        }
        return weights.reshape(rows, 1, channels)
                .batchMatMul(activation.reshape(rows, channels, -1))
                .reshape(rows, shape.get(2), shape.get(3));
    }

    /**
     * Returns the sum over the channels of activations, each place of each with a weight.
     *
     * @param weights {@code (R, C, h, w)}
     * @return {@code (R, h, w)}
     */
    public NDArray weightedByPlace(NDArray weights) {
        return sum(weights.mul(activation));
    }

    /**
     * Returns the sum over the channels.
     *
     * @param parts what each channel adds at each place, {@code (R, C, h, w)}
     * @return {@code (R, h, w)}
     */
    public NDArray sum(NDArray parts) {
        return channelSum.of(parts);
    }

    /**
     * Returns the mean over the places.
     *
     * @param array {@code (R, C, h, w)}
     * @return {@code (R, C)}
     */
    public static NDArray meanOverPlaces(NDArray array) {
        return places(array).mean(new int[] {2});
    }

    /**
     * Returns the sum over the places.
     *
     * @param array {@code (R, C, h, w)}
     * @return {@code (R, C)}
     */
    public static NDArray sumOverPlaces(NDArray array) {
        return places(array).sum(new int[] {2});
    }

    private static NDArray places(NDArray array) {
        return array.reshape(array.getShape().get(0), array.getShape().get(1), -1);
    }
}
