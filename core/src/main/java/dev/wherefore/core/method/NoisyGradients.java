package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.method.MethodSettings.Noise;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Gradients about a picture with Gaussian noise added, again and again.
 *
 * @param source where the gradients are had
 * @param gradient takes them, in any shape
 */
record NoisyGradients(EvidenceSource source, Function<EvidenceSource, NDArray> gradient) {

    /** Those at the input, {@code (R, C, H, W)}. */
    static NoisyGradients atInput(EvidenceSource source) {
        return new NoisyGradients(source, changed -> changed.atInput(ReluRule.GRADIENT));
    }

    /**
     * Returns the means over the samples of the gradients' powers.
     *
     * @param most the highest power, from 1
     * @return the mean of the gradients, of their squares, and so on
     */
    NDArray[] powers(int most) {
        Noise noise = source.settings().noise();
        SplittableRandom random = new SplittableRandom(source.settings().seed());
        NDArray pictures = source.pictures();
        NDArray deviation = range(pictures).mul(noise.deviation());
        NDArray[] means = new NDArray[most];
        for (int i = 0; i < noise.samples(); i++) {
            try (NDManager scope = pictures.getManager().newSubManager()) {
                NDArray added = gaussian(scope, random, pictures.getShape());
                NDArray noisy = pictures.add(added.mul(deviation));
                noisy.attach(scope);
                NDArray sample = source.about(noisy, gradient);
                sample.attach(scope);
                NDArray power = sample.div(noise.samples());
                for (int k = 0; k < most; k++) {
                    if (i == 0) {
                        means[k] = power.duplicate();
                        means[k].attach(pictures.getManager());
                    } else {
                        means[k].addi(power);
                    }
                    power = power.mul(sample);
                }
            }
        }
        return means;
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
