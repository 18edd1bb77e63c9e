package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A layer that its parent knows by a name, and that can be tapped: one array in, one array out.
 *
 * <p>Who asked for an array closes it when it is done with it. A layer may give back the array it
 * was given, and never works in place.
 */
abstract class LayerBlock extends AbstractBlock {

    /**
     * A layer inside a layer.
     *
     * @param name its name, without the parent's
     * @param layer the layer
     * @param runs how often it runs whenever its parent does
     */
    record Child(String name, LayerBlock layer, int runs) {}

    /**
     * A parameter or a running statistic.
     *
     * @param name PyTorch's name, without the layer's
     * @param parameter where it is kept
     * @param draw how it starts
     */
    record Slot(String name, Parameter parameter, Draw draw) {}

    private final String type;
    private final List<Child> inside = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    LayerBlock(String type) {
        this.type = type;
    }

    /** The name of PyTorch's class: {@code Conv2d}. */
    final String type() {
        return type;
    }

    final List<Child> inside() {
        return inside;
    }

    final List<Slot> slots() {
        return slots;
    }

    final <L extends LayerBlock> L child(String name, L layer) {
        return child(name, layer, 1);
    }

    final <L extends LayerBlock> L child(String name, L layer, int runs) {
        inside.add(new Child(name, addChildBlock(name, layer), runs));
        return layer;
    }

    /** Adds a parameter; running statistics are those that are not trained. */
    final Parameter slot(String name, Parameter.Type kind, Shape shape, Draw draw) {
        boolean trained = kind != Parameter.Type.RUNNING_MEAN && kind != Parameter.Type.RUNNING_VAR;
        Parameter parameter =
                addParameter(
                        Parameter.builder()
                                .setName(name)
                                .setType(kind)
                                .optShape(shape)
                                .optRequiresGrad(trained)
                                .build());
        slots.add(new Slot(name, parameter, draw));
        return parameter;
    }

    /** What the layer does, its own taps left aside. */
    abstract NDArray compute(Step step, NDArray input);

    /** The shape of what it gives for an input of this shape; adds what that costs. */
    abstract Shape infer(Shape input, Cost cost);

    /** What it adds to what it makes of its input, {@code (C)}, if it adds something. */
    Optional<NDArray> bias(ParameterStore parameters, NDManager scope) {
        return Optional.empty();
    }

    /** A parameter's value as a copy of the scope's, with which can be reckoned. */
    static NDArray copy(ParameterStore parameters, Parameter of, NDManager scope) {
        NDArray copy = parameters.getValue(of, scope.getDevice(), false).duplicate();
        copy.attach(scope);
        return copy;
    }

    /** Runs the layer. */
    final NDArray run(Step step, NDArray input) {
        return step.leave(this, input, compute(step, input));
    }

    @Override
    protected final NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            @Nullable PairList<String, Object> params) {
        Step step = new Step(parameters, training, Trace.in(params));
        return new NDList(run(step, inputs.singletonOrThrow()));
    }

    @Override
    public final Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {infer(inputShapes[0], new Cost())};
    }

    @Override
    protected final void initializeChildBlocks(
            NDManager manager, DataType dataType, Shape... inputShapes) {
        // every shape is known from the start, so no child needs to be told its input's
        getParameters().values().forEach(p -> p.initialize(manager, dataType));
    }
}
