package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * Features one after another and, unless the network has no head, an average to a square and a
 * classifier on its flattened values.
 */
final class FeatureBody extends LayerBlock {

    /** What follows the features. */
    private record Head(AveragePoolLayer avgpool, SequenceLayer classifier) {}

    private final SequenceLayer features;
    private final Optional<Head> head;

    /**
     * Puts the parts together.
     *
     * @param type the name of torchvision's class
     * @param features pictures in, pictures out
     * @param grid the side of the square
     * @param classifier vectors in, logits out
     */
    FeatureBody(String type, SequenceLayer features, int grid, SequenceLayer classifier) {
        super(type);
        this.features = child("features", features);
        this.head =
                Optional.of(
                        new Head(
                                child("avgpool", new AveragePoolLayer(grid)),
                                child("classifier", classifier)));
    }

    /**
     * Makes a network without a head.
     *
     * @param type the name of torchvision's class
     * @param features pictures in, pictures out
     */
    FeatureBody(String type, SequenceLayer features) {
        super(type);
        this.features = child("features", features);
        this.head = Optional.empty();
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        NDArray found = features.run(step, input);
        return head.map(layers -> scores(step, layers, found)).orElse(found);
    }

    private static NDArray scores(Step step, Head head, NDArray features) {
        NDArray pooled = step.onward(head.avgpool(), features);
        NDArray flat = Step.closing(pooled, pooled.reshape(pooled.getShape().get(0), -1));
        return step.onward(head.classifier(), flat);
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        Shape found = features.infer(input, cost);
        return head.isPresent()
                ? head.get().classifier().infer(head.get().avgpool().infer(found, cost), cost)
                : found;
    }
}
