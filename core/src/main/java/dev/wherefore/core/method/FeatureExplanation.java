package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * FEM, the feature explanation method: {@code Σ_k w_k A_k} with {@code w_k} the share of channel
 * k's places whose activation exceeds its mean by more than two standard deviations (of the places,
 * not of a sample). Neither gradient nor target have a part in it.
 *
 * @see <a href="https://hal.science/hal-02963298">Fuad and others, Features Understanding in 3D
 *     CNNs for Actions Recognition in Video, IPTA 2020</a>
 */
public final class FeatureExplanation implements LayerMethod {

    private static final int DEVIATIONS = 2;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "fem",
                "FEM",
                "Σ_k mean(A_k > mean(A_k) + 2·std(A_k)) · A_k",
                "activation at a layer",
                "1 F + 1 b",
                "Fuad and others, FEM, IPTA 2020, hal-02963298",
                "the rare and strong features of a layer, whatever the network says",
                "the same for every target; layers of few places have no such deviations");
    }

    @Override
    public NDArray map(Evidence evidence) {
        NDArray activation = evidence.activation();
        Shape shape = activation.getShape();
        NDArray byPlace = activation.reshape(shape.get(0), shape.get(1), -1);
        NDArray off = byPlace.sub(byPlace.mean(new int[] {2}, true));
        NDArray deviation = off.mul(off).mean(new int[] {2}, true).sqrt();
        NDArray strong = off.gt(deviation.mul(DEVIATIONS));
        NDArray weights = strong.toType(activation.getDataType(), false).mean(new int[] {2});
        return evidence.weighted(weights);
    }
}
