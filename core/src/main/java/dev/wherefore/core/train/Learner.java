package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Map;

/** What updates need: weights, examples, and what is wrong with the network. */
public interface Learner {

    /**
     * Returns the manager that the weights belong to.
     *
     * @return the manager, on the device where training runs
     */
    NDManager manager();

    /**
     * Returns the weights that gradients change.
     *
     * @return the weights by name, always in the same order; leaves that want gradients
     */
    Map<String, NDArray> weights();

    /**
     * Makes an example. Called by several threads at once, which know nothing of the engine.
     *
     * @param index the example's number in the whole training, from 0; the same number gives the
     *     same example
     * @return the example
     */
    Example example(long index);

    /**
     * Returns how wrong the network is about some examples.
     *
     * @param batch the examples' arrays in the order of {@link Example#arrays()}, each {@code (N,
     *     …)}
     * @return the mean loss, {@code ()}, at least 0, with a graph behind it
     */
    NDArray loss(NDList batch);
}
