package dev.wherefore.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Operations of PyTorch's that DJL's own interface lacks, or has with less precise arguments. */
public final class Operations {

    private Operations() {}

    /**
     * Returns a picture averaged down, or repeated up, to a size, as PyTorch's {@code
     * adaptive_avg_pool2d} does.
     *
     * @param input {@code (B, C, H, W)}
     * @param size the new height and width
     * @return {@code (B, C, size, size)}, belonging to the input's manager
     */
    public static NDArray adaptiveAveragePool(NDArray input, int size) {
        return JniUtils.adaptiveAvgPool((PtNDArray) input, new Shape(size, size));
    }

    /**
     * The arrays of a batch normalisation, each {@code (C)}.
     *
     * @param mean the running mean, worked on in training
     * @param variance the running variance, worked on in training
     * @param weight the factor
     * @param bias the summand
     */
    public record Norm(NDArray mean, NDArray variance, NDArray weight, NDArray bias) {}

    /**
     * Returns a normalised batch, as PyTorch's {@code batch_norm} does.
     *
     * @param input {@code (B, C, H, W)}
     * @param norm the arrays
     * @param training whether to normalise by the batch and to move the running statistics
     * @param momentum how far the running statistics move towards the batch's, 0 to 1
     * @param epsilon what is added to variances
     * @return an array of the input's shape, belonging to its manager
     */
    public static NDArray batchNorm(
            NDArray input, Norm norm, boolean training, double momentum, double epsilon) {
        return JniUtils.batchNorm(
                (PtNDArray) input,
                (PtNDArray) norm.mean(),
                (PtNDArray) norm.variance(),
                (PtNDArray) norm.weight(),
                (PtNDArray) norm.bias(),
                training,
                momentum,
                epsilon);
    }
}
