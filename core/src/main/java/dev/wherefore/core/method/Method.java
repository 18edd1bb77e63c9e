package dev.wherefore.core.method;

/** A way to explain: turns evidence into raw maps, pixels, or both. */
public interface Method {

    /**
     * Returns what a user needs to know about it.
     *
     * @return the card
     */
    MethodCard card();

    /**
     * Returns whether it needs a layer of the network.
     *
     * @return true unless it works on the pixels alone
     */
    default boolean needsLayer() {
        return true;
    }

    /**
     * Returns whether each layer must give attention, {@code (R, heads, queries, keys)}. Its
     * evidence then has a channel for each head and query, and a place for each key.
     *
     * @return false unless nothing else will do
     */
    default boolean needsAttention() {
        return false;
    }

    /**
     * Returns whether the heatmaps of several layers are multiplied, whatever way of joining them
     * was asked for.
     *
     * @return false unless the product is what makes the method
     */
    default boolean multipliesLayers() {
        return false;
    }

    /**
     * Returns what the method makes of the evidence.
     *
     * @param source where the evidence is had
     * @return the attribution; its arrays belong to the evidence's manager
     */
    Attribution attribute(EvidenceSource source);
}
