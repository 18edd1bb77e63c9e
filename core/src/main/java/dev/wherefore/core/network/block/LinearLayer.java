package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Optional;

/** A linear layer with bias. */
final class LinearLayer extends LayerBlock {

    private final Parameter weight;
    private final Parameter bias;

    LinearLayer(int in, int out, Draw weightDraw, Draw biasDraw) {
        super("Linear");
        weight = slot("weight", Parameter.Type.WEIGHT, new Shape(out, in), weightDraw);
        bias = slot("bias", Parameter.Type.BIAS, new Shape(out), biasDraw);
    }

    /** One that starts as PyTorch's do where nobody says otherwise. */
    static LinearLayer plain(int in, int out) {
        Draw draw = Draw.Uniform.ofInputs(in);
        return new LinearLayer(in, out, draw, draw);
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        return input.getNDArrayInternal()
                .linear(input, step.value(weight, input), step.value(bias, input))
                .singletonOrThrow();
    }

    @Override
    Optional<NDArray> bias(ParameterStore parameters, NDManager scope) {
        return Optional.of(copy(parameters, bias, scope));
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        cost.add(weight.getShape().size());
        return new Shape(input.get(0), weight.getShape().get(0));
    }
}
