package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.Operations;

/** Brings a picture of any size to one size by averages. */
final class AveragePoolLayer extends LayerBlock {

    private final int size;

    AveragePoolLayer(int size) {
        super("AdaptiveAvgPool2d");
        this.size = size;
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        return Operations.adaptiveAveragePool(input, size);
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        return new Shape(input.get(0), input.get(1), size, size);
    }
}
