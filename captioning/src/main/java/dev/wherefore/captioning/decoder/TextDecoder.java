package dev.wherefore.captioning.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.network.LayerWeights;
import java.util.List;

/**
 * What makes words of a picture's features. Several threads may use one at once; gradients are
 * recorded if {@link dev.wherefore.core.engine.GradientMode} says so.
 */
public interface TextDecoder extends AutoCloseable {

    /**
     * Returns what could come next.
     *
     * @param scope where the result belongs
     * @param features what the image network gave, {@code (R, …)}
     * @param ids S beginnings of captions for each row, {@code (R, S, T)}, 64-bit integers
     * @return logits {@code (R, S, T, V)}: position t is about the token after t
     * @throws dev.wherefore.core.network.NetworkFailure if the engine refuses these arrays
     */
    NDArray logits(NDManager scope, NDArray features, NDArray ids);

    /**
     * Returns the weights of the layers, as a network does.
     *
     * @return the layers in the order of their declaration
     */
    List<LayerWeights> weights();

    @Override
    void close();
}
