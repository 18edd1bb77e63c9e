package dev.wherefore.captioning.decoder;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.EngineMessage;
import dev.wherefore.core.engine.ScriptProgram;
import dev.wherefore.core.engine.ScriptProgram.Argument;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.torchscript.ArchiveLoader;
import java.nio.file.Path;
import java.util.List;

/** A TorchScript decoder: {@code (features (R, …), ids (R, T))} in, {@code (R, T, V)} out. */
final class ScriptDecoder implements TextDecoder {

    private static final String METHOD = "forward";

    private final Path path;
    private final NDManager manager;
    private final ScriptProgram program;

    private ScriptDecoder(Path path, NDManager manager, ScriptProgram program) {
        this.path = path;
        this.manager = manager;
        this.program = program;
    }

    /** The decoder in an archive. */
    static ScriptDecoder load(Path path, Device device) {
        NDManager manager = NDManager.newBaseManager(device);
        boolean loaded = false;
        try {
            ScriptProgram program = ArchiveLoader.program(path, manager);
            loaded = true;
            return new ScriptDecoder(path, manager, program);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    @Override
    public NDArray logits(NDManager scope, NDArray features, NDArray ids) {
        long rows = ids.getShape().get(0);
        long each = ids.getShape().get(1);
        long length = ids.getShape().get(2);
        NDArray repeated = each > 1 ? features.repeat(0, each) : features;
        NDArray flat = ids.reshape(rows * each, length);
        NDArray found = call(scope, repeated, flat);
        Shape shape = found.getShape();
        if (shape.dimension() != 3 || shape.get(0) != rows * each || shape.get(1) != length) {
            String what =
                    "%s must give (captions, tokens, vocabulary), here (%d, %d, V), found %s"
                            .formatted(path, rows * each, length, shape);
            throw new NetworkFailure(what, new IllegalArgumentException(what));
        }
        return found.toType(DataType.FLOAT32, false).reshape(rows, each, length, shape.get(2));
    }

    private NDArray call(NDManager scope, NDArray features, NDArray ids) {
        try {
            NDList results = program.call(scope, METHOD, Argument.of(features), Argument.of(ids));
            return results.get(0);
        } catch (EngineException e) {
            throw new NetworkFailure(path + " failed: " + EngineMessage.firstLine(e), e);
        }
    }

    @Override
    public List<LayerWeights> weights() {
        return LayerWeights.of(program.parameters());
    }

    @Override
    public void close() {
        program.close();
        manager.close();
    }
}
