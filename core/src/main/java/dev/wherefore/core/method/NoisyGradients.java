package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.method.MethodSettings.Noise;
import java.util.SplittableRandom;

/** The gradients at a picture with Gaussian noise added, again and again. */
final class NoisyGradients {

    private final EvidenceSource source;

    NoisyGradients(EvidenceSource source) {
        this.source = source;
    }

    /** The mean of the gradients, {@code (R, C, H, W)}. */
    NDArray mean() {
        return moments()[0];
    }

    /** The variance of the gradients over the samples, {@code (R, C, H, W)}. */
    NDArray variance() {
        NDArray[] moments = moments();
        return moments[1].sub(moments[0].square()).maximum(0);
    }

    /** The means of the gradients and of their squares. */
    private NDArray[] moments() {
        Noise noise = source.settings().noise();
        SplittableRandom random = new SplittableRandom(source.settings().seed());
        NDArray pictures = source.pictures();
        NDArray deviation = range(pictures).mul(noise.deviation());
        NDArray zeros = source.atInput(ReluRule.GRADIENT).zerosLike();
        NDArray[] moments = {zeros, zeros.duplicate()};
        for (int i = 0; i < noise.samples(); i++) {
            try (NDManager scope = pictures.getManager().newSubManager()) {
                NDArray added = gaussian(scope, random, pictures.getShape());
                NDArray noisy = pictures.add(added.mul(deviation));
                noisy.attach(scope);
                NDArray gradient =
                        source.about(noisy, changed -> changed.atInput(ReluRule.GRADIENT));
                gradient.attach(scope);
                moments[0].addi(gradient.div(noise.samples()));
                moments[1].addi(gradient.square().div(noise.samples()));
            }
        }
        return moments;
    }

    /** The largest difference of the values of each picture, {@code (B, 1, 1, 1)}. */
    private static NDArray range(NDArray pictures) {
        int[] values = {1};
        NDArray flat = pictures.reshape(pictures.getShape().get(0), -1);
        return flat.max(values, true).sub(flat.min(values, true)).reshape(-1, 1, 1, 1);
    }

    private static NDArray gaussian(NDManager scope, SplittableRandom random, Shape shape) {
        float[] numbers = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return scope.create(numbers, shape);
    }
}
