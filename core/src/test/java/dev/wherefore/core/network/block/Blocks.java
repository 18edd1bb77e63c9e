package dev.wherefore.core.network.block;

import ai.djl.Device;
import com.google.inject.Guice;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.support.FormulaWeights;

/** Networks for tests. */
final class Blocks {

    /** The reference's {@code tiny-resnet}. */
    static final String TINY_RESNET =
            """
            {"family": "resnet", "classes": 10, "channels": 3, "widths": [8, 16, 32],
             "blocks": [2, 2, 2]}\
            """;

    /** The reference's {@code tiny-vgg}. */
    static final String TINY_VGG =
            """
            {"family": "vgg", "classes": 10, "channels": 3, "widths": [8, 16, 32, 32],
             "blocks": [1, 1, 1, 1], "last-pool": false, "grid": 4, "hidden": [64]}\
            """;

    /** A network of bottlenecks. */
    static final String TINY_BOTTLENECK =
            """
            {"family": "resnet", "classes": 6, "channels": 1, "widths": [4, 8], "blocks": [1, 2],
             "bottleneck": true, "stem": {"width": 6, "kernel": 3, "stride": 1, "pool": false}}\
            """;

    /** A small network with shortcuts that have no parameters. */
    static final String TINY_CIFAR =
            """
            {"family": "cifar-resnet", "classes": 5, "channels": 3, "widths": [4, 8, 15],
             "depth": 14}\
            """;

    private Blocks() {}

    static NetworkFamilies families() {
        return Guice.createInjector(new NetworkModule()).getInstance(NetworkFamilies.class);
    }

    static NetworkBlock block(String json) {
        return families().create(NetworkConfig.fromJson(json));
    }

    /** A network with formula weights. */
    static Network network(String json) {
        NetworkConfig config = NetworkConfig.fromJson(json);
        return new BlockNetworks(families())
                .load(
                        config,
                        FormulaWeights.of(families().create(config).parameters().expectedShapes()),
                        Device.cpu());
    }
}
