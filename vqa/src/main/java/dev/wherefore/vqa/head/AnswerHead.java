package dev.wherefore.vqa.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerWeights;
import java.util.List;

/** What answers questions from a picture's features. */
public interface AnswerHead extends AutoCloseable {

    /**
     * Returns the layers that can be tapped.
     *
     * @return the layers, in the order of the run; may be none
     */
    List<Layer> layers();

    /**
     * Answers questions.
     *
     * @param scope where the result belongs
     * @param features of R pictures, {@code (R, …)}
     * @param ids {@code (R·S, L)}, S questions about each picture in turn
     * @param tap is given what the layers give
     * @return logits {@code (R·S, K)}, 32-bit
     */
    NDArray logits(NDManager scope, NDArray features, NDArray ids, HeadTap tap);

    /**
     * Returns the weights of the layers, as a network does.
     *
     * @return the layers in the order of their declaration
     */
    List<LayerWeights> weights();

    @Override
    void close();
}
