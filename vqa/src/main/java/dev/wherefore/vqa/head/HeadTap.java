package dev.wherefore.vqa.head;

import ai.djl.ndarray.NDArray;

/** Sees what layers of a head give, and may add to it. */
@FunctionalInterface
public interface HeadTap {

    /** Changes nothing. */
    HeadTap NONE = (layer, given) -> given;

    /**
     * Called with what a layer gave.
     *
     * @param layer the layer's name
     * @param given {@code (R, …)}
     * @return what the head goes on with, of the same shape
     */
    NDArray on(String layer, NDArray given);
}
