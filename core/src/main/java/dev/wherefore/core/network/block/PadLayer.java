package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A shortcut without parameters, option A of He et al., <i>Deep Residual Learning for Image
 * Recognition</i>, 2015, arXiv 1512.03385, section 4.2: every second place, and channels of zeros
 * before and after the others.
 */
final class PadLayer extends LayerBlock {

    private final Window places;
    private final int in;
    private final int out;

    PadLayer(int in, int out, int stride) {
        super("LambdaLayer");
        this.places = new Window(1, stride, 0);
        this.in = in;
        this.out = out;
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        int stride = places.stride();
        int before = (out - in) / 2;
        int after = out - in - before;
        try (NDArray some = input.get(":, :, ::" + stride + ", ::" + stride)) {
            return some.pad(new Shape(0, 0, 0, 0, before, after), 0);
        }
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        return places.over(input, out);
    }
}
