package dev.wherefore.core.network.block;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Collection;
import java.util.IdentityHashMap;

/**
 * The values of a network's parameters without their gradients, so that a pass records nothing of
 * them. They are the parameters' own numbers, not copies. Read by any number of threads.
 */
final class DetachedParameters extends ParameterStore {

    private final IdentityHashMap<Parameter, NDArray> values = new IdentityHashMap<>();

    DetachedParameters(NDManager manager, Collection<Parameter> parameters) {
        super(manager, false);
        parameters.forEach(
                parameter -> {
                    NDArray value = parameter.getArray().stopGradient();
                    value.attach(manager);
                    values.put(parameter, value);
                });
    }

    @Override
    public NDArray getValue(Parameter parameter, Device device, boolean training) {
        NDArray value = values.get(parameter);
        if (value == null) {
            throw new IllegalStateException(parameter.getName() + " is not this network's");
        }
        return value;
    }
}
