package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where a method gets its evidence; computed when first asked for, then shared by all methods. */
public interface EvidenceSource {

    /**
     * Returns the evidence at each tapped layer.
     *
     * @return one for each layer, R rows each
     */
    List<Evidence> atLayers();

    /**
     * Returns the evidence at each tapped layer, where the way back from the target does something
     * at every ReLU behind the layer.
     *
     * @param rule what it does there
     * @return one for each layer, R rows each
     */
    List<Evidence> atLayers(ReluRule rule);

    /**
     * Returns the evidence at each tapped layer to the second order: as {@link #atLayers}, but with
     * {@code G − ½ H A} in the gradient's place, H the target's second derivatives by the layer's
     * values. Its product with A is how far the target falls when A goes to zero, by a Taylor
     * series of two terms.
     *
     * @return one for each layer, R rows each; of a layer behind which everything is piecewise
     *     linear the same as to the first order
     * @throws dev.wherefore.core.UserError if what follows a layer has no second derivatives
     */
    List<Evidence> atLayersToSecondOrder();

    /**
     * Returns the evidence at every layer that adds a bias, whatever layers were asked for.
     *
     * @return one for each run of such a layer, in the order of the run, R rows each
     */
    List<BiasEvidence> atBiases();

    /**
     * Returns the target's gradient at the network's input.
     *
     * @param rule what the way back does at every ReLU
     * @return {@code (R, C, H, W)}
     */
    NDArray atInput(ReluRule rule);

    /**
     * Returns the pictures as the network gets them.
     *
     * @return {@code (B, C, H, W)}, for R rows of evidence each {@code R / B} times in a row
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

    /**
     * Returns how many targets each picture has, and so how many rows in a row are about it.
     *
     * @return {@code R / B}
     */
    int targets();

    /**
     * Returns the names of the tapped layers.
     *
     * @return one for each evidence of {@link #atLayers}
     */
    List<String> layers();

    /**
     * Returns the evidence about other targets in the same pictures.
     *
     * @param change what becomes of each target
     * @return where that evidence is had
     */
    EvidenceSource about(UnaryOperator<Target> change);
}
