package dev.wherefore.vqa.head;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.engine.EngineMessage;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.weights.StateDict;
import java.util.List;
import java.util.Optional;

/** A head that is written here, with trained weights. */
final class BlockHead implements AnswerHead {

    private static final int PICTURE = 4;

    private final String name;
    private final NDManager manager;
    private final FilmHead block;
    private final ParameterStore values;

    private BlockHead(String name, NDManager manager, FilmHead block) {
        this.name = name;
        this.manager = manager;
        this.block = block;
        this.values = block.parameters().detached(manager);
    }

    /** The head that a file of weights describes. */
    static BlockHead load(StateDict weights, Device device) {
        FilmHead block = new FilmHead(HeadConfig.of(weights));
        NDManager manager = NDManager.newBaseManager(device);
        boolean loaded = false;
        try {
            block.parameters().load(manager, weights);
            loaded = true;
            return new BlockHead(weights.source(), manager, block);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    @Override
    public List<Layer> layers() {
        return List.of(
                new Layer(FilmHead.WORDS, "Embedding", Optional.empty()),
                new Layer(FilmHead.FUSED, "FiLM", Optional.empty()));
    }

    @Override
    public NDArray logits(NDManager scope, NDArray features, NDArray ids, HeadTap tap) {
        long channels = block.config().channels();
        if (features.getShape().dimension() != PICTURE || features.getShape().get(1) != channels) {
            String what =
                    "%s takes features of the shape (B, %d, h, w), the image network gives %s"
                            .formatted(name, channels, features.getShape());
            throw new NetworkFailure(what, new IllegalArgumentException(what));
        }
        try {
            NDArray logits = block.logits(values, features, ids, tap);
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
