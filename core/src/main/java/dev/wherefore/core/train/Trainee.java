package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A network that is trained: what it learns from, what is wrong with it, how good it is. */
public interface Trainee extends AutoCloseable {

    /**
     * Returns what is trained and with what, in words.
     *
     * @return one fact a line
     */
    List<String> facts();

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
     * Returns all that makes the network what it is: the weights, and the running statistics of
     * batch norm.
     *
     * @return the arrays by name, always in the same order
     */
    Map<String, NDArray> state();

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

    /**
     * Measures the network on examples that it is not trained with.
     *
     * @return numbers by name, always in the same order, the first of which counts: the greater,
     *     the better
     */
    Map<String, Double> measure();

    /**
     * Returns what {@link #save} writes.
     *
     * @return the files' names in the training's folder
     */
    List<String> files();

    /**
     * Writes the trained network for its users.
     *
     * @param folder the training's folder; the files may be there from before and are replaced
     * @return the files
     */
    List<Path> save(Path folder);

    /** Frees the network; nothing is written. */
    @Override
    void close();
}
