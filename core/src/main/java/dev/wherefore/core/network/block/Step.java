package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a layer needs to run: where the parameters' values are, whether it is being trained, and
 * what the pass shall leave behind.
 */
record Step(ParameterStore parameters, boolean training, Optional<Trace> trace) {

    /** The value of a parameter on the input's device. */
    NDArray value(Parameter parameter, NDArray input) {
        return parameters.getValue(parameter, input.getDevice(), training);
    }

    /** The same for a parameter that a layer may lack. */
    @Nullable NDArray valueIfAny(@Nullable Parameter parameter, NDArray input) {
        return parameter == null ? null : value(parameter, input);
    }

    /** Runs a layer on an intermediate result, which is closed unless it comes back. */
    NDArray onward(LayerBlock layer, NDArray intermediate) {
        return closing(intermediate, layer.run(this, intermediate));
    }

    /** The rectified intermediate result, which is closed; {@code owner} is the layer at work. */
    NDArray relu(LayerBlock owner, NDArray input) {
        return trace.map(t -> t.relu(owner, input)).orElseGet(() -> Activation.relu(input));
    }

    /** The sum of two ways through a block. */
    NDArray add(NDArray left, NDArray right) {
        long rows = left.getShape().get(0);
        long others = right.getShape().get(0);
        if (rows == others) {
            return left.add(right);
        }
        // a tap on one of the two ways made a row for each target there
        NDArray few = rows < others ? left : right;
        NDArray many = rows < others ? right : left;
        try (NDArray repeated = few.repeat(0, many.getShape().get(0) / few.getShape().get(0))) {
            return rows < others ? repeated.add(many) : many.add(repeated);
        }
    }

    /** Tells the trace, if there is one, what a layer gave; returns what the pass goes on with. */
    NDArray leave(LayerBlock layer, NDArray input, NDArray output) {
        if (trace.isEmpty()) {
            return output;
        }
        NDArray next = trace.get().leave(layer, output);
        return output == input ? next : closing(output, next);
    }

    /** Closes an intermediate result, unless it is the next one too. */
    static NDArray closing(NDArray done, NDArray next) {
        if (done != next) {
            done.close();
        }
        return next;
    }
}
