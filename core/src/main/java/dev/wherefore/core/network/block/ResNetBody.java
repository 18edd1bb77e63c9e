package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A residual network: stem, stages of residual blocks, and, unless it has no classes, the average
 * of all places and a linear head.
 */
final class ResNetBody extends LayerBlock {

    /**
     * The sizes of a network.
     *
     * @param channels of the picture
     * @param classes of the head, 0 for a network without one
     * @param stem how the stem is made
     * @param stages the stages in order
     */
    record Sizes(int channels, int classes, Stem stem, List<Stage> stages) {}

    /**
     * The layers before the first stage.
     *
     * @param width the channels it gives
     * @param window its convolution's
     * @param pool whether a max pool of 3 with stride 2 follows
     */
    record Stem(int width, Window window, boolean pool) {}

    /**
     * Blocks one after another.
     *
     * @param width of each block
     * @param blocks how many
     * @param stride of the first
     */
    record Stage(int width, int blocks, int stride) {}

    private final ConvLayer conv1;
    private final NormLayer bn1;
    private final Optional<ReluLayer> relu;
    private final Optional<MaxPoolLayer> maxpool;
    private final List<SequenceLayer> stages = new ArrayList<>();
    private final Optional<AveragePoolLayer> avgpool;
    private final Optional<LinearLayer> head;

    ResNetBody(Sizes sizes, ResNetStyle style) {
        super("ResNet");
        Stem stem = sizes.stem();
        conv1 = child("conv1", ConvLayer.beforeNorm(sizes.channels(), stem.width(), stem.window()));
        bn1 = child("bn1", new NormLayer(stem.width()));
        relu = style.named() ? Optional.of(child("relu", new ReluLayer())) : Optional.empty();
        maxpool =
                stem.pool()
                        ? Optional.of(child("maxpool", new MaxPoolLayer(Window.centred(3, 2))))
                        : Optional.empty();
        int in = stem.width();
        for (Stage stage : sizes.stages()) {
            SequenceLayer blocks = child("layer" + (stages.size() + 1), new SequenceLayer());
            for (int i = 0; i < stage.blocks(); i++) {
                int stride = i == 0 ? stage.stride() : 1;
                blocks.append(new ResidualBlock(in, stage.width(), stride, style));
                in = ResidualBlock.outputs(stage.width(), style);
            }
            stages.add(blocks);
        }
        avgpool =
                style.named() && sizes.classes() > 0
                        ? Optional.of(child("avgpool", new AveragePoolLayer(1)))
                        : Optional.empty();
        head =
                sizes.classes() > 0
                        ? Optional.of(child(style.head(), LinearLayer.plain(in, sizes.classes())))
                        : Optional.empty();
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        NDArray current = step.onward(bn1, conv1.run(step, input));
        NDArray normed = current;
        current =
                relu.map(layer -> step.onward(layer, normed))
                        .orElseGet(() -> Step.closing(normed, step.relu(this, normed)));
        if (maxpool.isPresent()) {
            current = step.onward(maxpool.get(), current);
        }
        for (SequenceLayer stage : stages) {
            current = step.onward(stage, current);
        }
        NDArray features = current;
        return head.map(layer -> scores(step, layer, features)).orElse(features);
    }

    private NDArray scores(Step step, LinearLayer layer, NDArray features) {
        NDArray pooled =
                avgpool.map(pool -> step.onward(pool, features))
                        .orElseGet(
                                () ->
                                        Step.closing(
                                                features,
                                                Operations.adaptiveAveragePool(features, 1)));
        NDArray flat = Step.closing(pooled, pooled.reshape(pooled.getShape().get(0), -1));
        return step.onward(layer, flat);
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        Shape current = conv1.infer(input, cost);
        if (maxpool.isPresent()) {
            current = maxpool.get().infer(current, cost);
        }
        for (SequenceLayer stage : stages) {
            current = stage.infer(current, cost);
        }
        return head.isPresent() ? head.get().infer(current, cost) : current;
    }
}
