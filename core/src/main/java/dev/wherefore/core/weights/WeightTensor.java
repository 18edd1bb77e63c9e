package dev.wherefore.core.weights;

import ai.djl.ndarray.types.Shape;

/** A tensor of a file of weights. */
public interface WeightTensor {

    /**
     * Returns the shape.
     *
     * @return the shape, without dimensions for a scalar
     */
    Shape shape();

    /**
     * Returns the type in which the file holds it.
     *
     * @return the type's name as safetensors writes it: {@code F32}, {@code F16}, {@code BF16},
     *     {@code I64}…
     */
    String type();

    /**
     * Returns the values, row by row.
     *
     * @return a new array of {@code shape().size()} values
     */
    float[] toFloats();

    /**
     * Returns a tensor of values in memory.
     *
     * @param shape the shape, without dimensions for a scalar
     * @param values {@code shape.size()} values, row by row; copied
     * @return the tensor, of type {@code F32}
     */
    static WeightTensor of(Shape shape, float... values) {
        return new HeldTensor(shape, values);
    }
}
