package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightMatch;
import dev.wherefore.core.weights.WeightTensor;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The parameters and running statistics of a block by PyTorch's names: given their first values,
 * loaded, saved, handed out to be trained. Running statistics want no gradients, whatever is frozen
 * or not: gradients would be lost on them.
 */
public final class NamedParameters {

    /**
     * A parameter or a running statistic.
     *
     * @param parameter where it is kept
     * @param draw how it starts
     */
    public record Slot(Parameter parameter, Draw draw) {}

    private final Map<String, Slot> slots;

    /**
     * Constructs the parameters of a block.
     *
     * @param slots the parameters by PyTorch's names, in PyTorch's order
     */
    public NamedParameters(Map<String, Slot> slots) {
        this.slots = new LinkedHashMap<>(slots);
    }

    /**
     * Gives every parameter the value that training starts with. Each parameter's values come from
     * the seed and its own name, the same on every machine.
     *
     * @param manager what the values shall belong to; its device is the block's
     * @param seed any number
     */
    public void initialise(NDManager manager, long seed) {
        slots.forEach(
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
     * @param manager what the values shall belong to; its device is the block's
     * @param weights the values by PyTorch's names; {@code num_batches_tracked} is ignored
     * @throws UserError if one is missing, has another shape, is not the block's, or holds what is
     *     no finite number
     */
    public void load(NDManager manager, StateDict weights) {
        WeightMatch.of(expectedShapes(), weights).orThrow();
        slots.forEach(
                (name, slot) -> {
                    WeightTensor tensor = weights.tensors().get(name);
                    if (tensor == null) {
                        throw new IllegalStateException(name + " was checked to be there");
                    }
                    fill(manager, slot.parameter(), finite(name, tensor, weights.source()));
                });
    }

    /**
     * Gives those parameters and running statistics values from another network's state dict that
     * are there under the same name and of the same shape; the others stay as they are.
     *
     * @param manager what the values shall belong to; its device is the block's
     * @param weights the values by PyTorch's names
     * @return how many were given values
     * @throws UserError if there are none, or one holds what is no finite number
     */
    public int loadFitting(NDManager manager, StateDict weights) {
        int fitting = 0;
        for (Map.Entry<String, Slot> entry : slots.entrySet()) {
            WeightTensor tensor = weights.tensors().get(entry.getKey());
            Parameter parameter = entry.getValue().parameter();
            if (tensor != null && tensor.shape().equals(parameter.getShape())) {
                fill(manager, parameter, finite(entry.getKey(), tensor, weights.source()));
                fitting++;
            }
        }
        if (fitting == 0) {
            throw new UserError(
                    "%s has no tensor that fits the network by name and shape"
                            .formatted(weights.source()));
        }
        return fitting;
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
     * @param metadata what is said of them, text by name
     * @return the values by PyTorch's names, in PyTorch's order, without {@code
     *     num_batches_tracked}
     */
    public StateDict stateDict(String source, Map<String, String> metadata) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        slots.forEach(
                (name, slot) -> {
                    NDArray array = slot.parameter().getArray();
                    tensors.put(name, WeightTensor.of(array.getShape(), array.toFloatArray()));
                });
        return new StateDict(source, tensors, metadata);
    }

    /**
     * Returns all parameters and running statistics themselves, to be trained or saved.
     *
     * @return the block's own arrays by PyTorch's names, in PyTorch's order
     */
    public Map<String, NDArray> state() {
        return arrays(slot -> true);
    }

    /**
     * Returns the parameters themselves, without the running statistics.
     *
     * @return the block's own arrays by PyTorch's names, in PyTorch's order
     */
    public Map<String, NDArray> weights() {
        return arrays(slot -> !isStatistic(slot.parameter()));
    }

    private Map<String, NDArray> arrays(Predicate<Slot> wanted) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        slots.forEach(
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
     * Returns the names and shapes of what a state dict of this block holds.
     *
     * @return the shapes by PyTorch's names, in PyTorch's order
     */
    public Map<String, Shape> expectedShapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        slots.forEach((name, slot) -> shapes.put(name, slot.parameter().getShape()));
        return shapes;
    }

    /**
     * Says of some parameters whether training may change them.
     *
     * @param freeze whether they shall stay as they are
     * @param chosen which are meant; running statistics never are
     */
    public void freeze(boolean freeze, Predicate<Parameter> chosen) {
        for (Slot slot : slots.values()) {
            if (!isStatistic(slot.parameter()) && chosen.test(slot.parameter())) {
                slot.parameter().freeze(freeze);
            }
        }
    }

    /**
     * Returns the values without their gradients, so that a pass records nothing of them. They are
     * the block's own numbers, not copies.
     *
     * @param manager what the values shall belong to
     * @return a store for any number of threads
     */
    public ParameterStore detached(NDManager manager) {
        return new DetachedParameters(manager, parameters());
    }

    private Collection<Parameter> parameters() {
        return slots.values().stream().map(Slot::parameter).toList();
    }
}
