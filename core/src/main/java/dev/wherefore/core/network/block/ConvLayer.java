package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A convolution with a square kernel. */
final class ConvLayer extends LayerBlock {

    private static final Shape NO_DILATION = new Shape(1, 1);

    private final Window window;
    private final long channels;
    private final Parameter weight;
    private final @Nullable Parameter bias;

    private ConvLayer(int in, int out, Window window, Draw weightDraw, @Nullable Draw biasDraw) {
        super("Conv2d");
        this.window = window;
        this.channels = out;
        Shape shape = new Shape(out, in, window.kernel(), window.kernel());
        this.weight = slot("weight", Parameter.Type.WEIGHT, shape, weightDraw);
        this.bias =
                biasDraw == null
                        ? null
                        : slot("bias", Parameter.Type.BIAS, new Shape(out), biasDraw);
    }

    /** Without bias, since batch normalisation follows; starts as torchvision's ResNets do. */
    static ConvLayer beforeNorm(int in, int out, Window window) {
        return new ConvLayer(in, out, window, he(out, window), null);
    }

    /** With bias; starts as torchvision's VGGs do. */
    static ConvLayer withBias(int in, int out, Window window) {
        return new ConvLayer(in, out, window, he(out, window), new Draw.Constant(0));
    }

    /** With bias; starts as PyTorch's convolutions do where nobody says otherwise. */
    static ConvLayer plain(int in, int out, Window window) {
        Draw draw = Draw.Uniform.ofInputs((long) in * window.kernel() * window.kernel());
        return new ConvLayer(in, out, window, draw, draw);
    }

    private static Draw he(int out, Window window) {
        return Draw.Normal.ofOutputs((long) out * window.kernel() * window.kernel());
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        return input.getNDArrayInternal()
                .convolution(
                        input,
                        step.value(weight, input),
                        step.valueIfAny(bias, input),
                        window.strides(),
                        window.paddings(),
                        NO_DILATION,
                        1)
                .singletonOrThrow();
    }

    @Override
    Optional<NDArray> bias(ParameterStore parameters, NDManager scope) {
        return Optional.ofNullable(bias).map(b -> copy(parameters, b, scope));
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        Shape output = window.over(input, channels);
        cost.add(output.slice(1).size() * weight.getShape().slice(1).size());
        return output;
    }
}
