package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Rectification. */
final class ReluLayer extends LayerBlock {

    ReluLayer() {
        super("ReLU");
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        return step.relu(this, input);
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        return input;
    }
}
