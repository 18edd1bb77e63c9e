package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.ReluRule;
import java.util.List;
import java.util.function.Function;

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

    /**
     * Returns the pictures as the network is given them.
     *
     * @return {@code (B, C, H, W)}
     */
    NDArray pictures();

    /**
     * Returns the score of each row.
     *
     * @return R numbers
     */
    float[] scores();

    /**
     * Returns what is made of the evidence about other pictures, for the same targets.
     *
     * @param pictures {@code (B, C, H, W)}, in the place of {@link #pictures()}
     * @param made makes an array of it
     * @return the array; all else that the passes left is freed
     */
    NDArray about(NDArray pictures, Function<EvidenceSource, NDArray> made);

    /**
     * Returns passes of which only the scores are looked at.
     *
     * @return the trials
     */
    Trials trials();

    /**
     * Returns how methods that can be set are set.
     *
     * @return the settings
     */
    MethodSettings settings();
}
