package dev.wherefore.classification.diagnose;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.method.Evidence;
import dev.wherefore.core.method.LayerMethod;
import dev.wherefore.core.method.MethodCard;

/**
 * What each channel of a layer adds to Grad-CAM's map, {@code mean(G_k) · Σ_ij A_kij}: one row with
 * a number for each channel, no picture. Behind average pooling and a linear layer they add up to
 * the logit less its bias.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 7</a>
 */
final class ChannelContributions implements LayerMethod {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "channel-contributions",
                "Channels' contributions",
                "mean(G_k) · Σ_ij A_kij for each channel k",
                "gradient at a layer",
                "1 F + 1 b",
                "Selvaraju et al., Grad-CAM, 2017/2020, arXiv 1610.02391, section 7",
                "saying which channels spoke for a decision",
                "a row of numbers, no map");
    }

    @Override
    public NDArray map(Evidence evidence) {
        NDArray added =
                Evidence.meanOverPlaces(evidence.gradient())
                        .mul(Evidence.sumOverPlaces(evidence.activation()));
        Shape shape = added.getShape();
        return added.reshape(shape.get(0), 1, shape.get(1));
    }
}
