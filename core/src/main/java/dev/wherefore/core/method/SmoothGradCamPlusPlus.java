package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;

/**
 * Smooth Grad-CAM++: Grad-CAM++ in which the gradient, its square and its cube are means over
 * pictures with Gaussian noise added; the activations are those of the picture itself.
 *
 * <p>torch-cam takes 4 samples with a deviation of 0.3 of the prepared picture, and the gradient of
 * the last sample alone where the paper has the mean.
 *
 * @see <a href="https://arxiv.org/abs/1908.01224">Omeiza et al., Smooth Grad-CAM++, 2019, section
 *     3</a>
 */
public final class SmoothGradCamPlusPlus implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "smooth-grad-cam++",
                "Smooth Grad-CAM++",
                "Grad-CAM++ with means over noise of G, G² and G³",
                "gradient at a layer, a pass for each of n samples",
                "(n + 1) (F + b)",
                "Omeiza et al., Smooth Grad-CAM++, 2019, arXiv 1908.01224, section 3",
                "steadier maps than Grad-CAM++'s",
                "n times the cost; depends on the noise's strength, and on the seed");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        List<Evidence> layers = source.atLayers();
        NDArray[] powers = new NoisyGradients(source, SmoothGradCamPlusPlus::sideBySide).powers(3);
        List<NDArray> maps = new ArrayList<>();
        long from = 0;
        for (Evidence layer : layers) {
            long to = from + layer.gradient().size() / layer.gradient().getShape().get(0);
            maps.add(
                    GradCamPlusPlus.map(
                            layer,
                            part(powers[0], from, to, layer),
                            part(powers[1], from, to, layer),
                            part(powers[2], from, to, layer)));
            from = to;
        }
        return Attribution.ofMaps(maps);
    }

    /** The gradients at all layers, {@code (R, Σ C h w)}. */
    private static NDArray sideBySide(EvidenceSource source) {
        NDList flat = new NDList();
        for (Evidence layer : source.atLayers()) {
            flat.add(layer.gradient().reshape(layer.gradient().getShape().get(0), -1));
        }
        return NDArrays.concat(flat, 1);
    }

    private static NDArray part(NDArray all, long from, long to, Evidence layer) {
        return all.get(":, {}:{}", from, to).reshape(layer.gradient().getShape());
    }
}
