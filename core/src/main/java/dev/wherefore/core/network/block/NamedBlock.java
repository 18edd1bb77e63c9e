package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a network that is written here from linear layers, LSTMs and embeddings, and what it
 * shares with its like: parameters that are known by name.
 */
public abstract class NamedBlock extends AbstractBlock {

    private static final int GATES = 4;

    private final Map<String, NamedParameters.Slot> slots = new LinkedHashMap<>();

    /** A linear layer's parameters. */
    protected record Affine(Parameter weight, Parameter bias) {}

    /** Constructs a block without parameters. */
    protected NamedBlock() {}

    /**
     * Returns the parameters by name, to be given values, trained and saved.
     *
     * @return the block's own
     */
    public final NamedParameters parameters() {
        return new NamedParameters(slots);
    }

    /**
     * Adds a parameter.
     *
     * @param name its name
     * @param shape its shape
     * @param draw how it starts
     * @return the parameter
     */
    protected final Parameter weight(String name, Shape shape, Draw draw) {
        return slot(name, Parameter.Type.WEIGHT, shape, draw);
    }

    /**
     * Adds a linear layer, which starts as PyTorch's does.
     *
     * @param name what its parameters' names begin with
     * @param in how many numbers it takes
     * @param out how many it gives
     * @return its weight {@code (out, in)} and bias {@code (out)}
     */
    protected final Affine affine(String name, int in, int out) {
        Draw draw = Draw.Uniform.ofInputs(in);
        return new Affine(
                slot(name + ".weight", Parameter.Type.WEIGHT, new Shape(out, in), draw),
                slot(name + ".bias", Parameter.Type.BIAS, new Shape(out), draw));
    }

    /**
     * Adds the parameters of an LSTM of one layer, in PyTorch's order and by PyTorch's names.
     *
     * @param in how many numbers it takes for a token
     * @param hidden how many numbers its state has
     * @return the weights and biases
     */
    protected final List<Parameter> lstm(int in, int hidden) {
        long all = (long) GATES * hidden;
        Draw draw = Draw.Uniform.ofInputs(hidden);
        return List.of(
                weight("lstm.weight_ih_l0", new Shape(all, in), draw),
                weight("lstm.weight_hh_l0", new Shape(all, hidden), draw),
                weight("lstm.bias_ih_l0", new Shape(all), draw),
                weight("lstm.bias_hh_l0", new Shape(all), draw));
    }

    private Parameter slot(String name, Parameter.Type type, Shape shape, Draw draw) {
        Parameter parameter =
                addParameter(
                        Parameter.builder().setName(name).setType(type).optShape(shape).build());
        slots.put(name, new NamedParameters.Slot(parameter, draw));
        return parameter;
    }

    /**
     * Returns what a linear layer gives.
     *
     * @param store where the parameters' values are
     * @param layer the layer
     * @param input {@code (…, in)}
     * @return {@code (…, out)}
     */
    protected static NDArray linear(ParameterStore store, Affine layer, NDArray input) {
        return input.getNDArrayInternal()
                .linear(
                        input,
                        value(store, layer.weight(), input),
                        value(store, layer.bias(), input))
                .singletonOrThrow();
    }

    /**
     * Returns a parameter's value.
     *
     * @param store where it is
     * @param parameter the parameter
     * @param like an array on the device where it is wanted
     * @return the value
     */
    protected static NDArray value(ParameterStore store, Parameter parameter, NDArray like) {
        return store.getValue(parameter, like.getDevice(), true);
    }

    /**
     * Returns a number as an array of the engine: one of Java's would not outlive its graph.
     *
     * @param like an array of the manager it shall belong to
     * @param number the number
     * @return {@code (1)}
     */
    protected static NDArray number(NDArray like, double number) {
        return like.getManager().ones(new Shape(1), DataType.FLOAT32).mul(number);
    }
}
