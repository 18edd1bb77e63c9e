package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** In training, sets a share of the values to zero and makes up for it; else hands them on. */
final class DropoutLayer extends LayerBlock {

    private final float share;

    DropoutLayer(double share) {
        super("Dropout");
        this.share = (float) share;
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        return step.training()
                ? input.getNDArrayInternal().dropout(input, share, true).singletonOrThrow()
                : input;
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        return input;
    }
}
