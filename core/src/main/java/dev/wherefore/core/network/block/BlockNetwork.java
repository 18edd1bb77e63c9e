package dev.wherefore.core.network.block;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.EngineMessage;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.List;
import java.util.Map;

/** A network on a block, in evaluation mode. */
final class BlockNetwork implements Network {

    private final String name;
    private final NDManager manager;
    private final NetworkBlock block;
    private final LayerTree tree;
    private final ParameterStore parameters;

    /**
     * Constructs a network.
     *
     * @param name what to call it in messages
     * @param manager closed with the network
     * @param block with values in its parameters
     */
    BlockNetwork(String name, NDManager manager, NetworkBlock block) {
        this.name = name;
        this.manager = manager;
        this.block = block;
        this.tree = new LayerTree(name, block.body());
        this.parameters = block.parameters().detached(manager);
    }

    @Override
    public List<Layer> layers() {
        return tree.layers();
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        Trace trace = Trace.of(tree, request, inputs.batch());
        NDArray image = inputs.imageArray().stopGradient();
        image.attach(scope);
        image.setRequiresGradient(request.inputGradient());
        NDArray output = forward(inputs, image, trace, request.recorded());
        return new Pass(new Outputs(Map.of("out", output)), image, trace.taps(), trace.cuts());
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        Trace trace = Trace.ofShapes(tree);
        try (NDManager inner = scope.newSubManager()) {
            NDArray image = inputs.imageArray().stopGradient();
            image.attach(inner);
            forward(inputs, image, trace, false);
        }
        return trace.shapes();
    }

    @Override
    public Map<String, NDArray> biases(NDManager scope) {
        return tree.biases(parameters, scope);
    }

    private NDArray forward(Inputs inputs, NDArray image, Trace trace, boolean graph) {
        checkInputs(inputs);
        try (GradientMode mode = graph ? GradientMode.on() : GradientMode.off()) {
            return block.forward(parameters, new NDList(image), false, trace.asParams())
                    .singletonOrThrow();
        } catch (EngineException e) {
            throw new NetworkFailure(name + " failed: " + EngineMessage.firstLine(e), e);
        }
    }

    private void checkInputs(Inputs inputs) {
        if (inputs.arguments().size() != 1) {
            throw new UserError(
                    "%s takes 1 input (the picture), found %d"
                            .formatted(name, inputs.arguments().size()));
        }
        Shape shape = inputs.imageArray().getShape();
        int channels = block.config().channels();
        if (shape.dimension() != 4 || shape.get(1) != channels) {
            String what =
                    "%s takes pictures of the shape (B, %d, H, W), found %s"
                            .formatted(name, channels, shape);
            throw new NetworkFailure(what, new IllegalArgumentException(what));
        }
    }

    @Override
    public List<LayerWeights> weights() {
        return LayerWeights.of(block.parameters().weights());
    }

    @Override
    public NDManager newScope() {
        return manager.newSubManager();
    }

    @Override
    public Device device() {
        return manager.getDevice();
    }

    @Override
    public void close() {
        manager.close();
    }
}
