package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.image.Interpolation;
import java.util.List;

/**
 * FullGrad: {@code Σ_c ψ(|x ⊙ ∂y/∂x|)_c + Σ_l Σ_c ψ(|G_l b_l|)_c} over all layers l that add a bias
 * b and give something for each place; ψ spreads each channel to [0, 1] and enlarges it to the
 * picture's size. Batch normalisation adds {@code β − μ γ / √(σ² + ε)}.
 *
 * <p>As in the {@code grad-cam} package; the paper's own program spreads all channels of a layer
 * together. In a network that is linear piece by piece, {@code Σ x ∂y/∂x + Σ_l Σ G_l b_l} is the
 * score itself: by how much it is not is reported as the completeness error.
 *
 * @see <a href="https://arxiv.org/abs/1905.00780">Srinivas and Fleuret, Full-Gradient
 *     Representation for Neural Network Visualization, 2019, equations 2 and 8</a>
 */
public final class FullGrad implements Method {

    private static final float EPSILON = 1e-7f;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "full-grad",
                "FullGrad",
                "Σ_c ψ(|x ⊙ ∂target/∂x|)_c + Σ_l Σ_c ψ(|G_l b_l|)_c",
                "gradients at the input and at all layers with a bias",
                "3 F + 2 B",
                "Srinivas and Fleuret, 2019, arXiv 1905.00780, equations 2 and 8",
                "what the whole network looks at; networks linear piece by piece, in which its"
                        + " numbers add up to the score",
                "hardly tells classes apart; much memory for deep networks and many targets;"
                        + " incomplete behind attention, LSTMs and smooth activations");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        NDArray gradient = source.atInput(ReluRule.GRADIENT);
        NDArray input = gradient.mul(Rows.like(gradient, source.pictures()));
        int height = (int) input.getShape().get(2);
        int width = (int) input.getShape().get(3);
        NDArray map = summed(input);
        NDArray sums = input.sum(new int[] {1, 2, 3});
        for (BiasEvidence layer : source.atBiases()) {
            try (NDManager scope = map.getManager().newSubManager()) {
                NDArray added = layer.added();
                added.attach(scope);
                if (layer.hasPlaces()) {
                    map.addi(
                            Resized.of(
                                    scope, summed(added), height, width, Interpolation.BILINEAR));
                }
                sums.addi(added.reshape(added.getShape().get(0), -1).sum(new int[] {1}));
            }
        }
        return Attribution.ofMaps(List.of(map)).complete(error(sums, source.scores()));
    }

    /** Each channel's magnitudes spread to [0, 1], summed: {@code (R, h, w)}. */
    private static NDArray summed(NDArray parts) {
        Shape shape = parts.getShape();
        int[] places = {2};
        NDArray flat = parts.abs().reshape(shape.get(0), shape.get(1), -1);
        NDArray above = flat.sub(flat.min(places, true));
        NDArray spread = above.div(above.max(places, true).add(EPSILON));
        return spread.sum(new int[] {1}).reshape(shape.get(0), shape.get(2), shape.get(3));
    }

    private static float[] error(NDArray sums, float[] scores) {
        float[] error = sums.toFloatArray();
        for (int i = 0; i < error.length; i++) {
            error[i] -= scores[i];
        }
        return error;
    }
}
