package dev.wherefore.core.network.block;

import dev.wherefore.core.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * VGG networks with torchvision's layers: Simonyan and Zisserman, <i>Very Deep Convolutional
 * Networks for Large-Scale Image Recognition</i>, 2014, arXiv 1409.1556. Either {@code depth} says
 * which, or {@code blocks} does, the convolutions of each stage.
 */
final class VggFamily implements NetworkFamily {

    private static final Map<Integer, List<Integer>> USUAL =
            new TreeMap<>(
                    Map.of(
                            11, List.of(1, 1, 2, 2, 2),
                            13, List.of(2, 2, 2, 2, 2),
                            16, List.of(2, 2, 3, 3, 3),
                            19, List.of(2, 2, 4, 4, 4)));
    private static final List<Integer> WIDTHS = List.of(64, 128, 256, 512, 512);
    private static final List<Integer> HIDDEN = List.of(4096, 4096);
    private static final int GRID = 7;
    private static final double DROPOUT = 0.5;
    private static final double HEAD_DEVIATION = 0.01;
    private static final Window CONV = Window.centred(3, 1);
    private static final Window POOL = new Window(2, 2, 0);

    @Override
    public String name() {
        return "vgg";
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                "depth",
                "widths",
                "blocks",
                "batch-norm",
                "last-pool",
                "grid",
                "hidden",
                "dropout");
    }

    @Override
    public NetworkBlock create(NetworkConfig config) {
        List<Integer> widths = config.widths().orElse(WIDTHS);
        int grid = config.grid().orElse(GRID);
        int features = widths.get(widths.size() - 1) * grid * grid;
        SequenceLayer layers = features(config, widths, blocks(config, widths));
        FeatureBody body =
                config.hasHead()
                        ? new FeatureBody("VGG", layers, grid, classifier(config, features))
                        : new FeatureBody("VGG", layers);
        return new NetworkBlock(config, body);
    }

    private static List<Integer> blocks(NetworkConfig config, List<Integer> widths) {
        if (config.depth().isPresent() == config.blocks().isPresent()) {
            throw new UserError(
                    "vgg needs either 'depth', one of " + USUAL.keySet() + ", or 'blocks'");
        }
        List<Integer> blocks =
                config.blocks()
                        .or(() -> config.depth().flatMap(d -> Optional.ofNullable(USUAL.get(d))))
                        .orElseThrow(
                                () ->
                                        new UserError(
                                                "vgg has no depth %d, it has %s"
                                                        .formatted(
                                                                config.depth().orElse(0),
                                                                USUAL.keySet())));
        if (blocks.size() != widths.size()) {
            throw new UserError(
                    "'widths' must have a number for each of the %d stages, it has %d: %s"
                            .formatted(blocks.size(), widths.size(), widths));
        }
        return blocks;
    }

    private static SequenceLayer features(
            NetworkConfig config, List<Integer> widths, List<Integer> blocks) {
        SequenceLayer features = new SequenceLayer();
        boolean norm = config.batchNorm().orElse(false);
        int in = config.channels();
        for (int stage = 0; stage < blocks.size(); stage++) {
            int width = widths.get(stage);
            for (int i = 0; i < blocks.get(stage); i++) {
                features.append(ConvLayer.withBias(in, width, CONV));
                if (norm) {
                    features.append(new NormLayer(width));
                }
                features.append(new ReluLayer());
                in = width;
            }
            if (stage + 1 < blocks.size() || config.lastPool().orElse(true)) {
                features.append(new MaxPoolLayer(POOL));
            }
        }
        return features;
    }

    private static SequenceLayer classifier(NetworkConfig config, int features) {
        SequenceLayer classifier = new SequenceLayer();
        int in = features;
        for (int width : config.hidden().orElse(HIDDEN)) {
            classifier.append(linear(in, width));
            classifier.append(new ReluLayer());
            classifier.append(new DropoutLayer(config.dropout().orElse(DROPOUT)));
            in = width;
        }
        classifier.append(linear(in, config.classes()));
        return classifier;
    }

    private static LinearLayer linear(int in, int out) {
        return new LinearLayer(in, out, new Draw.Normal(HEAD_DEVIATION), new Draw.Constant(0));
    }
}
