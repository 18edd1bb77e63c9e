package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two ways from input to sum: convolutions with batch normalisation, and a shortcut. He et al.,
 * <i>Deep Residual Learning for Image Recognition</i>, 2015, arXiv 1512.03385; in a bottleneck the
 * middle convolution has the stride, as torchvision does it.
 */
final class ResidualBlock extends LayerBlock {

    private static final int EXPANSION = 4;

    private final List<ConvLayer> convs = new ArrayList<>();
    private final List<NormLayer> norms = new ArrayList<>();
    private final Optional<ReluLayer> relu;
    private final Optional<LayerBlock> shortcut;

    /**
     * Builds the block.
     *
     * @param in the channels of its input
     * @param width the channels within it
     * @param stride by how much it makes the picture smaller
     * @param style what there is besides
     */
    ResidualBlock(int in, int width, int stride, ResNetStyle style) {
        super(style.bottleneck() ? "Bottleneck" : "BasicBlock");
        int out = outputs(width, style);
        if (style.bottleneck()) {
            addConv(in, width, new Window(1, 1, 0));
            addConv(width, width, Window.centred(3, stride));
            addConv(width, out, new Window(1, 1, 0));
            relu = style.reluLayers() ? Optional.of(child("relu", new ReluLayer(), 3)) : none();
        } else {
            addConv(in, width, Window.centred(3, stride));
            // torchvision declares the ReLU of a basic block between the two convolutions
            relu = style.reluLayers() ? Optional.of(child("relu", new ReluLayer(), 2)) : none();
            addConv(width, out, Window.centred(3, 1));
        }
        shortcut = style.shortcut(in, out, stride).map(s -> child(style.shortcutName(), s));
    }

    private static Optional<ReluLayer> none() {
        return Optional.empty();
    }

    /** The channels of what a block of this width gives. */
    static int outputs(int width, ResNetStyle style) {
        return style.bottleneck() ? width * EXPANSION : width;
    }

    private void addConv(int in, int out, Window window) {
        int number = convs.size() + 1;
        convs.add(child("conv" + number, ConvLayer.beforeNorm(in, out, window)));
        norms.add(child("bn" + number, new NormLayer(out)));
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        NDArray main = input;
        for (int i = 0; i < convs.size(); i++) {
            NDArray features =
                    i == 0 ? convs.get(i).run(step, main) : step.onward(convs.get(i), main);
            main = step.onward(norms.get(i), features);
            if (i + 1 < convs.size()) {
                main = rectified(step, main);
            }
        }
        NDArray other = shortcut.isPresent() ? shortcut.get().run(step, input) : input;
        NDArray sum = Step.closing(main, step.add(main, other));
        if (other != input) {
            other.close();
        }
        return rectified(step, sum);
    }

    /** Rectifies an intermediate result, and closes it. */
    private NDArray rectified(Step step, NDArray intermediate) {
        return relu.map(layer -> step.onward(layer, intermediate))
                .orElseGet(() -> Step.closing(intermediate, step.relu(this, intermediate)));
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        Shape current = input;
        for (ConvLayer conv : convs) {
            current = conv.infer(current, cost);
        }
        shortcut.ifPresent(layer -> layer.infer(input, cost));
        return current;
    }
}
