package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A network that is trained: what it learns from, what is wrong with it, how good it is. */
public interface Trainee extends Learner, AutoCloseable {

    /**
     * Returns what is trained and with what, in words.
     *
     * @return one fact a line
     */
    List<String> facts();

    /**
     * Returns all that makes the network what it is: the weights, and the running statistics of
     * batch norm.
     *
     * @return the arrays by name, always in the same order
     */
    Map<String, NDArray> state();

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
