package dev.wherefore.vqa.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import java.util.List;
import java.util.Optional;

/**
 * A network that answers questions about pictures. Its inputs are pictures {@code (B, C, H, W)} and
 * token ids {@code (B, T, L)}, T questions about each picture, possibly the same several times; its
 * output {@code out} are the answers' logits {@code (B·T, K)}, a row for each question, picture by
 * picture. Layers can be tapped wherever the picture is, and one where the question's tokens are
 * embedded.
 */
public interface VqaNetwork extends Network {

    /** The name of the output. */
    String LOGITS = "out";

    /**
     * Returns the inputs of a pass.
     *
     * @param images {@code (B, C, H, W)}
     * @param ids {@code (B, T, L)}, 64-bit integers
     * @return the inputs
     */
    static Inputs inputs(NDArray images, NDArray ids) {
        return new Inputs(List.of(List.of(images), List.of(ids)), 0, true);
    }

    /**
     * Returns the inputs of a pass that is about one answer to each question, which a network that
     * says its answers has to be told.
     *
     * @param images {@code (B, C, H, W)}
     * @param ids {@code (B, T, L)}, 64-bit integers
     * @param answers the answers' numbers, {@code (B, T)}, 64-bit integers
     * @return the inputs
     */
    static Inputs inputs(NDArray images, NDArray ids, NDArray answers) {
        return new Inputs(List.of(List.of(images), List.of(ids), List.of(answers)), 0, true);
    }

    /**
     * Looks at pictures, so that much can be asked about them. Nothing is recorded.
     *
     * @param scope what is seen belongs to it
     * @param images {@code (B, C, H, W)}
     * @return what was seen
     */
    Seen see(NDManager scope, NDArray images);

    /**
     * Returns the layer to tap where none is named.
     *
     * @param scope a manager for what is needed on the way
     * @param trial pictures and ids
     * @return the layer, and why
     * @throws dev.wherefore.core.UserError if no layer suits
     */
    LayerChoice usualLayer(NDManager scope, Inputs trial);

    /**
     * Returns the layer of the questions' embedded tokens, {@code (B·T, L, E)}.
     *
     * @return the layer, if there is one that can be tapped
     */
    Optional<LayerRun> words();

    /** Pictures that were looked at. */
    interface Seen {

        /**
         * Answers questions about one picture.
         *
         * @param scope where the result belongs
         * @param picture which of the pictures, from 0
         * @param ids questions, {@code (Q, L)}, 64-bit integers
         * @return logits {@code (Q, K)}
         */
        NDArray logits(NDManager scope, int picture, NDArray ids);
    }
}
