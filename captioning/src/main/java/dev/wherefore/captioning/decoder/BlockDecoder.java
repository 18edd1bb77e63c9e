package dev.wherefore.captioning.decoder;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.engine.EngineMessage;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.weights.StateDict;
import java.util.List;

/** A decoder that is written here, with trained weights. */
final class BlockDecoder implements TextDecoder {

    private final String name;
    private final NDManager manager;
    private final LookingDecoder block;
    private final ParameterStore values;

    /**
     * Constructs a decoder.
     *
     * @param name what to call it in messages
     * @param manager closed with the decoder
     * @param block with values in its parameters
     */
    BlockDecoder(String name, NDManager manager, LookingDecoder block) {
        this.name = name;
        this.manager = manager;
        this.block = block;
        this.values = block.parameters().detached(manager);
    }

    /** The decoder that a file of weights describes. */
    static BlockDecoder load(StateDict weights, Device device) {
        LookingDecoder block = new LookingDecoder(DecoderConfig.of(weights));
        NDManager manager = NDManager.newBaseManager(device);
        boolean loaded = false;
        try {
            block.parameters().load(manager, weights);
            loaded = true;
            return new BlockDecoder(weights.source(), manager, block);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    @Override
    public NDArray logits(NDManager scope, NDArray features, NDArray ids) {
        long channels = block.config().channels();
        if (features.getShape().dimension() != 4 || features.getShape().get(1) != channels) {
            String what =
                    "%s takes features of the shape (B, %d, h, w), the image network gives %s"
                            .formatted(name, channels, features.getShape());
            throw new NetworkFailure(what, new IllegalArgumentException(what));
        }
        try {
            NDArray logits =
                    block.forward(values, new NDList(features, ids), false).singletonOrThrow();
            logits.attach(scope);
            return logits;
        } catch (EngineException e) {
            throw new NetworkFailure(name + " failed: " + EngineMessage.firstLine(e), e);
        }
    }

    @Override
    public List<LayerWeights> weights() {
        return LayerWeights.of(block.parameters().weights());
    }

    @Override
    public void close() {
        manager.close();
    }
}
