package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.engine.Operations;
import java.util.Optional;

/**
 * Batch normalisation over pictures, with PyTorch's constants: Ioffe and Szegedy, <i>Batch
 * Normalization</i>, 2015, arXiv 1502.03167.
 */
final class NormLayer extends LayerBlock {

    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;

    private final Parameter weight;
    private final Parameter bias;
    private final Parameter mean;
    private final Parameter variance;

    NormLayer(int channels) {
        super("BatchNorm2d");
        Shape shape = new Shape(channels);
        weight = slot("weight", Parameter.Type.GAMMA, shape, new Draw.Constant(1));
        bias = slot("bias", Parameter.Type.BETA, shape, new Draw.Constant(0));
        mean = slot("running_mean", Parameter.Type.RUNNING_MEAN, shape, new Draw.Constant(0));
        variance = slot("running_var", Parameter.Type.RUNNING_VAR, shape, new Draw.Constant(1));
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        Operations.Norm norm =
                new Operations.Norm(
                        step.value(mean, input),
                        step.value(variance, input),
                        step.value(weight, input),
                        step.value(bias, input));
        return Operations.batchNorm(input, norm, step.training(), MOMENTUM, EPSILON);
    }

    @Override
    Optional<NDArray> bias(ParameterStore parameters, NDManager scope) {
        NDArray deviation = copy(parameters, variance, scope).add(EPSILON).sqrt();
        NDArray scale = copy(parameters, weight, scope).div(deviation);
        NDArray moved = copy(parameters, mean, scope).mul(scale);
        return Optional.of(copy(parameters, bias, scope).sub(moved));
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        return input;
    }
}
