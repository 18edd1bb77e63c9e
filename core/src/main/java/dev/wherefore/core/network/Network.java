package dev.wherefore.core.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.util.List;
import java.util.Map;

/**
 * A network whose layers have names and can be tapped. What is behind it (a TorchScript program,
 * DJL blocks) cannot be told from outside.
 *
 * <p>Several threads may run one network at once, each with its own scope.
 */
public interface Network extends AutoCloseable {

    /**
     * Returns the layers in the order of their declaration, parents before children.
     *
     * @return the layers, the network itself not among them
     */
    List<Layer> layers();

    /**
     * Returns a layer by its name.
     *
     * @param name the name
     * @return the layer
     * @throws UserError if there is none of this name, with near matches
     */
    default Layer layer(String name) {
        List<Layer> layers = layers();
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserError(
                                        "the network has no layer '%s'%s"
                                                .formatted(
                                                        name,
                                                        NearMatches.hint(
                                                                name,
                                                                layers.stream()
                                                                        .map(Layer::name)
                                                                        .toList()))));
    }

    /**
     * Returns what the network takes.
     *
     * @return its inputs in order
     */
    default List<InputSlot> inputs() {
        return List.of(new InputSlot("image", "Tensor", false));
    }

    /**
     * Runs the network.
     *
     * @param scope the manager that the pass's arrays shall belong to
     * @param inputs what the network is given
     * @param request what the pass shall leave behind
     * @return the pass
     * @throws dev.wherefore.core.UserError if a layer is not there, cannot be tapped, or did not
     *     run
     */
    Pass run(NDManager scope, Inputs inputs, PassRequest request);

    /**
     * Runs the network and returns the shape of what each layer gave.
     *
     * @param scope a manager for what is needed on the way
     * @param inputs what the network is given
     * @return the shapes in the order in which the layers finished
     */
    List<LayerShape> shapes(NDManager scope, Inputs inputs);

    /**
     * Returns what layers add to what they make of their input: a convolution's or linear layer's
     * bias, and {@code β − μ γ / √(σ² + ε)} of batch normalisation.
     *
     * @param scope where the result belongs
     * @return by the name of each layer that can be tapped and has one, {@code (C)}
     */
    Map<String, NDArray> biases(NDManager scope);

    /**
     * Returns the weights of all layers that have some, running statistics not among them. While
     * they are changed no other thread may run the network.
     *
     * @return the layers in the order of their declaration, which most often is that from the input
     *     to the output; none where the weights cannot be reached
     */
    List<LayerWeights> weights();

    /**
     * Returns a new manager on the network's device, for the arrays of a pass.
     *
     * @return the manager, to be closed by the caller
     */
    NDManager newScope();

    /**
     * Returns where the network runs.
     *
     * @return the device
     */
    Device device();

    @Override
    void close();
}
