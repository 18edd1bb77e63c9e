package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Layers one after another, called by their numbers. */
final class SequenceLayer extends LayerBlock {

    SequenceLayer() {
        super("Sequential");
    }

    /** Puts a layer at the end. */
    void append(LayerBlock layer) {
        child(String.valueOf(inside().size()), layer);
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        NDArray current = input;
        for (Child child : inside()) {
            current =
                    current == input
                            ? child.layer().run(step, current)
                            : step.onward(child.layer(), current);
        }
        return current;
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        Shape current = input;
        for (Child child : inside()) {
            current = child.layer().infer(current, cost);
        }
        return current;
    }
}
