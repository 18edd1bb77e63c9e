package dev.wherefore.core.network.block;

import java.util.List;
import java.util.Set;

/**
 * AlexNet with torchvision's layers: Krizhevsky, <i>One weird trick for parallelizing convolutional
 * neural networks</i>, 2014, arXiv 1404.5997.
 */
final class AlexNetFamily implements NetworkFamily {

    /** A convolution and whether a pool follows it. */
    private record Stage(int width, Window window, boolean pool) {}

    private static final List<Stage> STAGES =
            List.of(
                    new Stage(64, new Window(11, 4, 2), true),
                    new Stage(192, Window.centred(5, 1), true),
                    new Stage(384, Window.centred(3, 1), false),
                    new Stage(256, Window.centred(3, 1), false),
                    new Stage(256, Window.centred(3, 1), true));
    private static final Window POOL = new Window(3, 2, 0);
    private static final int GRID = 6;
    private static final int HIDDEN = 4096;
    private static final double DROPOUT = 0.5;

    @Override
    public String name() {
        return "alexnet";
    }

    @Override
    public Set<String> keys() {
        return Set.of("dropout");
    }

    @Override
    public NetworkBlock create(NetworkConfig config) {
        SequenceLayer features = new SequenceLayer();
        int in = config.channels();
        for (Stage stage : STAGES) {
            features.append(ConvLayer.plain(in, stage.width(), stage.window()));
            features.append(new ReluLayer());
            if (stage.pool()) {
                features.append(new MaxPoolLayer(POOL));
            }
            in = stage.width();
        }
        FeatureBody body =
                config.hasHead()
                        ? new FeatureBody("AlexNet", features, GRID, classifier(config, in))
                        : new FeatureBody("AlexNet", features);
        return new NetworkBlock(config, body);
    }

    private static SequenceLayer classifier(NetworkConfig config, int in) {
        SequenceLayer classifier = new SequenceLayer();
        double dropout = config.dropout().orElse(DROPOUT);
        for (int values : List.of(in * GRID * GRID, HIDDEN)) {
            classifier.append(new DropoutLayer(dropout));
            classifier.append(LinearLayer.plain(values, HIDDEN));
            classifier.append(new ReluLayer());
        }
        classifier.append(LinearLayer.plain(HIDDEN, config.classes()));
        return classifier;
    }
}
