package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The largest of each window. */
final class MaxPoolLayer extends LayerBlock {

    private final Window window;

    MaxPoolLayer(Window window) {
        super("MaxPool2d");
        this.window = window;
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        return input.getNDArrayInternal()
                .maxPool(window.kernels(), window.strides(), window.paddings(), false);
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        return window.over(input, input.get(1));
    }
}
