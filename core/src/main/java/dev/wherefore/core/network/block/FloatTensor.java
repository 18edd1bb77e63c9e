package dev.wherefore.core.network.block;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.weights.WeightTensor;

/** Values that were copied out of a network. */
final class FloatTensor implements WeightTensor {

    private final Shape shape;
    private final float[] values;

    FloatTensor(Shape shape, float[] values) {
        this.shape = shape;
        this.values = values;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public String type() {
        return "F32";
    }

    @Override
    public float[] toFloats() {
        return values.clone();
    }
}
