package dev.wherefore.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A loaded TorchScript program in evaluation mode with frozen parameters, whose methods are called
 * with tensors and leave their gradients' record alone.
 *
 * <p>Several threads may call one program at once.
 */
public final class ScriptProgram implements AutoCloseable {

    private final NDManager manager;
    private final PtSymbolBlock block;
    private final Map<String, NDArray> methodNames = new ConcurrentHashMap<>();

    private ScriptProgram(NDManager manager, PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
    }

    /**
     * Returns the program in an archive, loaded onto a manager's device.
     *
     * @param parent where the program's parameters live; a manager of its own is opened below it
     * @param archive a TorchScript archive (a zip), read to its end
     * @return the program
     * @throws IOException if the archive cannot be read
     * @throws ai.djl.engine.EngineException if PyTorch refuses the program
     */
    public static ScriptProgram load(NDManager parent, InputStream archive) throws IOException {
        NDManager manager = parent.newSubManager();
        boolean loaded = false;
        try {
            // moving everything to the manager's device is what mapLocation stands for
            PtSymbolBlock block = JniUtils.loadModule((PtNDManager) manager, archive, true, false);
            JniUtils.enableInferenceMode(block);
            block.freezeParameters(true);
            loaded = true;
            return new ScriptProgram(manager, block);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    /** One argument of a method: a tensor, or a list of at least one. */
    public record Argument(String name, List<NDArray> tensors, boolean isList) {

        /**
         * Returns an argument that is one tensor.
         *
         * @param tensor the tensor
         * @return the argument
         */
        public static Argument of(NDArray tensor) {
            return new Argument("", List.of(tensor), false);
        }

        /**
         * Returns an argument that is a list of tensors.
         *
         * @param name any word, another for each list of one call
         * @param tensors at least one tensor
         * @return the argument
         */
        public static Argument list(String name, List<NDArray> tensors) {
            if (tensors.isEmpty()) {
                throw new IllegalArgumentException("the list '" + name + "' must not be empty");
            }
            return new Argument(name, List.copyOf(tensors), true);
        }
    }

    /**
     * Calls a method. Gradients are recorded if {@link GradientMode} says so.
     *
     * @param scope where the results belong
     * @param method the method's name
     * @param arguments the arguments, in order
     * @return the results; those of a dictionary carry its keys as names, in no certain order
     * @throws ai.djl.engine.EngineException if the program fails
     */
    public NDList call(NDManager scope, String method, Argument... arguments) {
        NDList flat = new NDList();
        try (ExecutorMode plain = ExecutorMode.plain()) {
            flat.add(methodNames.computeIfAbsent(method, this::methodName));
            for (Argument argument : arguments) {
                for (NDArray tensor : argument.tensors()) {
                    tensor.setName(argument.isList() ? argument.name() + "[]" : null);
                    flat.add(tensor);
                }
            }
            NDList results = IValueUtils.forward(block, flat, true);
            // DJL gives them to the manager of the first array
            results.attach(scope);
            return results;
        }
    }

    /**
     * Returns the parameters themselves: what is set in them is what calls go by.
     *
     * @return the program's own arrays by their names, in the order of their declaration
     */
    public Map<String, NDArray> parameters() {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        block.getParameters()
                .values()
                .forEach(parameter -> parameters.put(parameter.getName(), parameter.getArray()));
        return parameters;
    }

    /** DJL takes the method to call as the name of an array. */
    private NDArray methodName(String method) {
        NDArray array = manager.zeros(new Shape(1), DataType.UINT8);
        array.setName("module_method:" + method);
        return array;
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
