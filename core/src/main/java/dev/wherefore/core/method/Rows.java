package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/** Rows of evidence and the pictures they belong to. */
final class Rows {

    private Rows() {}

    /**
     * Returns each picture as often as there are rows about it.
     *
     * @param evidence an array of R rows, picture by picture
     * @param pictures {@code (B, …)}
     * @return {@code (R, …)}
     */
    static NDArray like(NDArray evidence, NDArray pictures) {
        long times = evidence.getShape().get(0) / pictures.getShape().get(0);
        return times > 1 ? pictures.repeat(0, times) : pictures;
    }
}
