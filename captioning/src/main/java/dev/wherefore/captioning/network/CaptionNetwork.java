package dev.wherefore.captioning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import java.util.List;

/**
 * A network that says of pictures which token could come next. Its inputs are the pictures {@code
 * (B, C, H, W)} and token ids {@code (B, S, T)}, S beginnings of captions for each picture, each
 * with the token that begins captions; its output {@code out} are logits {@code (R, S, T, V)}:
 * position t is about the token after t. Layers can be tapped in the image network.
 */
public interface CaptionNetwork extends Network {

    /** The name of the output. */
    String LOGITS = "out";

    /**
     * Returns the inputs of a pass.
     *
     * @param images {@code (B, C, H, W)}
     * @param ids {@code (B, S, T)}, 64-bit integers
     * @return the inputs
     */
    static Inputs inputs(NDArray images, NDArray ids) {
        return new Inputs(List.of(List.of(images), List.of(ids)), 0);
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

    /** Pictures that were looked at. */
    interface Seen {

        /**
         * Returns what could come next.
         *
         * @param scope where the result belongs
         * @param picture which of the pictures, from 0
         * @param ids beginnings of captions, {@code (P, T)}, 64-bit integers
         * @return logits {@code (P, T, V)}
         */
        NDArray logits(NDManager scope, int picture, NDArray ids);
    }
}
