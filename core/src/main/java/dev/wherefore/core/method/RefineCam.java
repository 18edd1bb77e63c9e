package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;

/**
 * RefineCAM: the product of the finished heatmaps of several layers, each by Grad-CAM++ and spread
 * to [0, 1] at the input's size. The later layers say which object it is, the earlier ones where it
 * ends. Whatever way of joining layers was asked for, this method multiplies.
 *
 * @see <a href="https://arxiv.org/abs/2605.14641">Domeniconi and others, How to Evaluate and Refine
 *     your CAM, 2026</a>
 */
public final class RefineCam implements LayerMethod {

    private final GradCamPlusPlus plusPlus = new GradCamPlusPlus();

    @Override
    public MethodCard card() {
        return new MethodCard(
                "refine-cam",
                "RefineCAM",
                "Π over the layers of the heatmaps of Grad-CAM++",
                "gradients at several layers",
                "1 F + 1 b",
                "Domeniconi and others, How to Evaluate and Refine your CAM, 2026, arXiv"
                        + " 2605.14641; as in the grad-cam Python package",
                "sharp maps from an early, a middle and a late layer",
                "of one layer it is Grad-CAM++; one layer that misses an object takes it from the"
                        + " product");
    }

    @Override
    public boolean multipliesLayers() {
        return true;
    }

    @Override
    public NDArray map(Evidence evidence) {
        return plusPlus.map(evidence);
    }
}
