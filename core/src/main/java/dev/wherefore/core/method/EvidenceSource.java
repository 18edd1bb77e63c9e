package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.ReluRule;
import java.util.List;

/** Where a method gets its evidence; computed when first asked for, then shared by all methods. */
public interface EvidenceSource {

    /**
     * Returns the evidence at each tapped layer.
     *
     * @return one for each layer, R rows each
     */
    List<Evidence> atLayers();

    /**
     * Returns the target's gradient at the network's input.
     *
     * @param rule what the way back does at every ReLU
     * @return {@code (R, C, H, W)}
     */
    NDArray atInput(ReluRule rule);
}
