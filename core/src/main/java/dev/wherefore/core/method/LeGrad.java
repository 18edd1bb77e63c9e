package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * LeGrad, for vision transformers: {@code 1/(H·N) Σ_h Σ_q max(G_hqk, 0)} at every key k, where G is
 * the target's gradient by the attention of one layer, H heads from N queries to N keys. The places
 * of the map are the keys; tokens that stand for no place are dropped.
 *
 * <p>Two things are otherwise than in the paper. There, each layer has a score of its own, made by
 * the classifier from that layer's tokens, which takes knowing where in a network the classifier
 * begins; here it is the network's own score for all layers. And there, the layers' maps are
 * averaged as they are; here each is spread to [0, 1] first, as with every method.
 *
 * @see <a href="https://arxiv.org/abs/2404.03214">Bousselham et al., LeGrad: An Explainability
 *     Method for Vision Transformers via Feature Formation Sensitivity, 2024</a>
 */
public final class LeGrad implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "le-grad",
                "LeGrad",
                "mean over heads and queries of max(G, 0)",
                "gradient at attention",
                "1 F + 1 b",
                "Bousselham et al., LeGrad, 2024, arXiv 2404.03214",
                "vision transformers, at the attention of all layers or the last few",
                "layers of type softmax alone; the network's score at every layer, where the paper"
                        + " has a score from each layer's own tokens");
    }

    @Override
    public boolean needsAttention() {
        return true;
    }

    /**
     * Returns the raw map of a layer's attention.
     *
     * @param evidence attention and gradient, {@code (R, heads · queries, h, w)}
     * @return {@code (R, h, w)}, nowhere below 0
     */
    @Override
    public NDArray map(Evidence evidence) {
        long channels = evidence.gradient().getShape().get(1);
        return evidence.sum(evidence.gradient().maximum(0)).div(channels);
    }
}
