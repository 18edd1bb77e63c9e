package dev.wherefore.core.network.block;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;

/**
 * A square that moves over a picture.
 *
 * @param kernel its side
 * @param stride by how much it moves
 * @param padding what is added around the picture
 */
record Window(int kernel, int stride, int padding) {

    /** One that keeps a picture's size where the stride is 1. */
    static Window centred(int kernel, int stride) {
        return new Window(kernel, stride, kernel / 2);
    }

    Shape kernels() {
        return new Shape(kernel, kernel);
    }

    Shape strides() {
        return new Shape(stride, stride);
    }

    Shape paddings() {
        return new Shape(padding, padding);
    }

    /** The shape of what it makes of pictures. */
    Shape over(Shape input, long channels) {
        return new Shape(input.get(0), channels, places(input.get(2)), places(input.get(3)));
    }

    private long places(long side) {
        long room = side + 2L * padding - kernel;
        if (room < 0) {
            throw new UserError(
                    "the picture is too small for the network: a layer with a window of "
                            + kernel
                            + " is left with "
                            + side);
        }
        return room / stride + 1;
    }
}
