package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * CAM, the class activation map: {@code Σ_k w_k A_k} with {@code w_k} the class's weights in the
 * one linear layer that follows the average over the places.
 *
 * <p>The weights are not read but derived: behind a layer of Z places that are averaged and
 * weighed, {@code y = Σ_k w_k · (1/Z) Σ_ij A_kij + b}, the gradient {@code G_kij = w_k / Z} is the
 * same at all places, and {@code w_k = Z · G_kij}. So any TorchScript network will do, and where
 * the gradient is not the same at all places, to {@value #TOLERANCE} of its largest magnitude,
 * there is no such head and nothing to derive. For another number than a logit, a probability for
 * one, w is that number's gradient by the averages.
 *
 * <p>The mean of the map is the logit less its bias. Grad-CAM's map is this one over Z.
 *
 * @see <a href="https://arxiv.org/abs/1512.04150">Zhou et al., Learning Deep Features for
 *     Discriminative Localization, CVPR 2016, section 2, equations 1 and 2</a>
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 3.1 and
 *     appendix A</a>
 */
public final class ClassActivation implements Method {

    private static final double TOLERANCE = 1e-4;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "cam",
                "CAM",
                "Σ_k w_k · A_k, w_k the class's weight of channel k = h·w·G_k",
                "gradient at the last layer before average pooling and one linear layer",
                "1 F + 1 b",
                "Zhou et al., CAM, CVPR 2016, arXiv 1512.04150, section 2",
                "networks that end in average pooling and one linear layer: the map's mean is the"
                        + " logit less its bias",
                "refused at any other layer; as a heatmap the same as Grad-CAM's");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        List<NDArray> maps = new ArrayList<>();
        List<Evidence> all = source.atLayers();
        for (int i = 0; i < all.size(); i++) {
            maps.add(map(all.get(i), source.layers().get(i)));
        }
        return Attribution.ofMaps(maps);
    }

    private static NDArray map(Evidence evidence, String layer) {
        NDArray gradient = evidence.gradient();
        Shape shape = gradient.getShape();
        NDArray byPlace = gradient.reshape(shape.get(0), shape.get(1), -1);
        NDArray means = byPlace.mean(new int[] {2}, true);
        float off = byPlace.sub(means).abs().max().getFloat();
        float largest = byPlace.abs().max().getFloat();
        if (off > TOLERANCE * largest) {
            throw new UserError(
                    "the method 'cam' needs a layer that only average pooling and one linear layer follow, and behind the layer '%s' the gradient differs from place to place; choose the last layer before the pooling, or the method 'grad-cam', which needs no such head"
                            .formatted(layer));
        }
        return evidence.weighted(Evidence.sumOverPlaces(gradient));
    }
}
