package dev.wherefore.core.weights;

import ai.djl.ndarray.types.Shape;

/** A tensor of F32 in memory. */
final class HeldTensor implements WeightTensor {

    private final Shape shape;
    private final float[] values;

    HeldTensor(Shape shape, float[] values) {
        if (shape.size() != values.length) {
            throw new IllegalArgumentException(
                    "a tensor of shape " + shape + " cannot have " + values.length + " values");
        }
        this.shape = shape;
        this.values = values.clone();
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public String type() {
        return ElementType.F32.name();
    }

    @Override
    public float[] toFloats() {
        return values.clone();
    }

    @Override
    public String toString() {
        return type() + " " + shape;
    }
}
