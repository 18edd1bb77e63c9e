package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Features one after another, averaged to a square, and a classifier on its flattened values. */
final class FeatureBody extends LayerBlock {

    private final SequenceLayer features;
    private final AveragePoolLayer avgpool;
    private final SequenceLayer classifier;

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
        this.avgpool = child("avgpool", new AveragePoolLayer(grid));
        this.classifier = child("classifier", classifier);
    }

    @Override
    NDArray compute(Step step, NDArray input) {
        NDArray pooled = step.onward(avgpool, features.run(step, input));
        NDArray flat = Step.closing(pooled, pooled.reshape(pooled.getShape().get(0), -1));
        return step.onward(classifier, flat);
    }

    @Override
    Shape infer(Shape input, Cost cost) {
        return classifier.infer(avgpool.infer(features.infer(input, cost), cost), cost);
    }
}
