package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.wherefore.core.weights.StateDict;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A network written here, as a DJL block: pictures {@code (B, C, H, W)} in, logits {@code (B, K)}
 * out, or where it has no classes its last features {@code (B, C, h, w)}. {@link
 * NetworkFamilies#create} makes one; {@link #initialise} or {@link #load} gives its parameters
 * values, which belong to the manager that is named there.
 *
 * <p>Running statistics want no gradients, whatever is frozen or not. A pass closes its
 * intermediate results, so the memory of a training step is what the engine keeps for the way back.
 */
public final class NetworkBlock extends AbstractBlock {

    private final NetworkConfig config;
    private final LayerBlock body;
    private final NamedParameters named;

    NetworkBlock(NetworkConfig config, LayerBlock body) {
        this.config = config;
        this.body = addChildBlock("body", body);
        this.named = new LayerTree(config.family(), body).parameters();
    }

    /**
     * Returns what the network was made from.
     *
     * @return the config
     */
    public NetworkConfig config() {
        return config;
    }

    LayerBlock body() {
        return body;
    }

    /**
     * Returns the parameters and running statistics by torchvision's names.
     *
     * @return the network's own
     */
    public NamedParameters parameters() {
        return named;
    }

    /**
     * Gives every parameter the value that training starts with, as torchvision draws it. Each
     * parameter's values come from the seed and its own name, the same on every machine.
     *
     * @param manager what the values shall belong to; its device is the network's
     * @param seed any number
     */
    public void initialise(NDManager manager, long seed) {
        named.initialise(manager, seed);
    }

    /**
     * Gives every parameter and running statistic its value from a state dict.
     *
     * @param manager what the values shall belong to; its device is the network's
     * @param weights the values by PyTorch's names; {@code num_batches_tracked} is ignored
     * @throws dev.wherefore.core.UserError if one is missing, has another shape, is not the
     *     network's, or holds what is no finite number
     */
    public void load(NDManager manager, StateDict weights) {
        named.load(manager, weights);
    }

    /**
     * Returns the values of all parameters and running statistics, copied out of the engine.
     *
     * @param source what to call them in messages
     * @return the values by PyTorch's names; its metadata says under {@link NetworkConfig#METADATA}
     *     which network they belong to
     */
    public StateDict stateDict(String source) {
        return named.stateDict(source, Map.of(NetworkConfig.METADATA, config.toJson()));
    }

    /**
     * Returns how many multiplications, each with an addition, the convolutions and linear layers
     * do for one picture.
     *
     * @param input the picture's {@code (B, C, H, W)}; B does not matter
     * @return the number
     * @throws dev.wherefore.core.UserError if the picture is too small for the network
     */
    public long multiplyAdds(Shape input) {
        Cost cost = new Cost();
        body.infer(input, cost);
        return cost.multiplyAdds();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            @Nullable PairList<String, Object> params) {
        Step step = new Step(parameters, training, Trace.in(params));
        return new NDList(body.run(step, inputs.singletonOrThrow()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return Arrays.stream(inputShapes).map(s -> body.infer(s, new Cost())).toArray(Shape[]::new);
    }

    @Override
    protected void initializeChildBlocks(
            NDManager manager, DataType dataType, Shape... inputShapes) {
        body.initialize(manager, dataType, inputShapes);
    }

    /** {@inheritDoc} Running statistics stay as they are: gradients would be lost on them. */
    @Override
    public void freezeParameters(boolean freeze) {
        freezeParameters(freeze, parameter -> true);
    }

    /** {@inheritDoc} Running statistics stay as they are: gradients would be lost on them. */
    @Override
    public void freezeParameters(boolean freeze, Predicate<Parameter> chosen) {
        named.freeze(freeze, chosen);
    }
}
