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
import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightMatch;
import dev.wherefore.core.weights.WeightTensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A network written here, as a DJL block: pictures {@code (B, C, H, W)} in, logits {@code (B, K)}
 * out. {@link NetworkFamilies#create} makes one; {@link #initialise} or {@link #load} gives its
 * parameters values, which belong to the manager that is named there.
 *
 * <p>Running statistics want no gradients, whatever is frozen or not. A pass closes its
 * intermediate results, so the memory of a training step is what the engine keeps for the way back.
 */
public final class NetworkBlock extends AbstractBlock {

    private final NetworkConfig config;
    private final LayerBlock body;
    private final LayerTree tree;

    NetworkBlock(NetworkConfig config, LayerBlock body) {
        this.config = config;
        this.body = addChildBlock("body", body);
        this.tree = new LayerTree(config.family(), body);
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
     * Gives every parameter the value that training starts with, as torchvision draws it. Each
     * parameter's values come from the seed and its own name, the same on every machine.
     *
     * @param manager what the values shall belong to; its device is the network's
     * @param seed any number
     */
    public void initialise(NDManager manager, long seed) {
        tree.forEachSlot(
                (name, slot) -> {
                    float[] values = new float[Math.toIntExact(slot.parameter().getShape().size())];
                    slot.draw().fill(values, new SplittableRandom(seed ^ mixed(name)));
                    fill(manager, slot.parameter(), values);
                });
    }

    private static long mixed(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() * 0x9E3779B97F4A7C15L;
    }

    /**
     * Gives every parameter and running statistic its value from a state dict.
     *
     * @param manager what the values shall belong to; its device is the network's
     * @param weights the values by PyTorch's names; {@code num_batches_tracked} is ignored
     * @throws UserError if one is missing, has another shape, is not the network's, or holds what
     *     is no finite number
     */
    public void load(NDManager manager, StateDict weights) {
        WeightMatch.of(expectedShapes(), weights).orThrow();
        tree.forEachSlot(
                (name, slot) -> {
                    WeightTensor tensor = weights.tensors().get(name);
                    if (tensor == null) {
                        throw new IllegalStateException(name + " was checked to be there");
                    }
                    fill(manager, slot.parameter(), finite(name, tensor, weights.source()));
                });
    }

    private static float[] finite(String name, WeightTensor tensor, String source) {
        float[] values = tensor.toFloats();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new UserError(
                        "'%s' holds %s in '%s'; weights must be finite numbers (a training that diverged?)"
                                .formatted(source, value, name));
            }
        }
        return values;
    }

    private static void fill(NDManager manager, Parameter parameter, float[] values) {
        parameter.close();
        parameter.setInitializer(
                (m, shape, type) -> {
                    // the engine's own memory, not Java's: aligned, and safe to be worked on
                    try (NDArray array = m.create(values, shape)) {
                        return array.duplicate();
                    }
                });
        parameter.initialize(manager, DataType.FLOAT32);
        parameter.setInitializer(parameter.getType().getInitializer());
    }

    /**
     * Returns the values of all parameters and running statistics, copied out of the engine.
     *
     * @param source what to call them in messages
     * @return the values by PyTorch's names, in PyTorch's order, without {@code
     *     num_batches_tracked}; its metadata says under {@link NetworkConfig#METADATA} which
     *     network they belong to
     */
    public StateDict stateDict(String source) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        tree.forEachSlot(
                (name, slot) -> {
                    NDArray array = slot.parameter().getArray();
                    tensors.put(name, WeightTensor.of(array.getShape(), array.toFloatArray()));
                });
        return new StateDict(source, tensors, Map.of(NetworkConfig.METADATA, config.toJson()));
    }

    /**
     * Returns all parameters and running statistics themselves, to be trained or saved.
     *
     * @return the network's own arrays by PyTorch's names, in PyTorch's order
     */
    public Map<String, NDArray> state() {
        return arrays(slot -> true);
    }

    /**
     * Returns the parameters themselves, without the running statistics.
     *
     * @return the network's own arrays by PyTorch's names, in PyTorch's order
     */
    public Map<String, NDArray> weights() {
        return arrays(slot -> !isStatistic(slot.parameter()));
    }

    private Map<String, NDArray> arrays(Predicate<LayerBlock.Slot> wanted) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        tree.forEachSlot(
                (name, slot) -> {
                    if (wanted.test(slot)) {
                        arrays.put(name, slot.parameter().getArray());
                    }
                });
        return arrays;
    }

    private static boolean isStatistic(Parameter parameter) {
        Parameter.Type kind = parameter.getType();
        return kind == Parameter.Type.RUNNING_MEAN || kind == Parameter.Type.RUNNING_VAR;
    }

    /**
     * Returns the names and shapes of what a state dict of this network holds.
     *
     * @return the shapes by PyTorch's names, in PyTorch's order
     */
    public Map<String, Shape> expectedShapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        tree.forEachSlot((name, slot) -> shapes.put(name, slot.parameter().getShape()));
        return shapes;
    }

    /**
     * Returns how many multiplications, each with an addition, the convolutions and linear layers
     * do for one picture.
     *
     * @param input the picture's {@code (B, C, H, W)}; B does not matter
     * @return the number
     * @throws UserError if the picture is too small for the network
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
        tree.forEachSlot(
                (name, slot) -> {
                    if (!isStatistic(slot.parameter()) && chosen.test(slot.parameter())) {
                        slot.parameter().freeze(freeze);
                    }
                });
    }

    void forEachParameter(Consumer<Parameter> visitor) {
        tree.forEachSlot((name, slot) -> visitor.accept(slot.parameter()));
    }
}
