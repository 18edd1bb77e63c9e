package dev.wherefore.vqa.head;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.EngineMessage;
import dev.wherefore.core.engine.ScriptProgram;
import dev.wherefore.core.engine.ScriptProgram.Argument;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.torchscript.ArchiveLoader;
import java.nio.file.Path;
import java.util.List;

/** A TorchScript head: {@code (features (R, …), ids (R, L))} in, {@code (R, K)} out. */
final class ScriptHead implements AnswerHead {

    private static final String METHOD = "forward";

    private final Path path;
    private final NDManager manager;
    private final ScriptProgram program;

    private ScriptHead(Path path, NDManager manager, ScriptProgram program) {
        this.path = path;
        this.manager = manager;
        this.program = program;
    }

    /** The head in an archive. */
    static ScriptHead load(Path path, Device device) {
        NDManager manager = NDManager.newBaseManager(device);
        boolean loaded = false;
        try {
            ScriptProgram program = ArchiveLoader.program(path, manager);
            loaded = true;
            return new ScriptHead(path, manager, program);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    @Override
    public List<Layer> layers() {
        return List.of();
    }

    @Override
    public NDArray logits(NDManager scope, NDArray features, NDArray ids, HeadTap tap) {
        long rows = ids.getShape().get(0);
        long each = rows / features.getShape().get(0);
        NDArray found = call(scope, each > 1 ? features.repeat(0, each) : features, ids);
        Shape shape = found.getShape();
        if (shape.dimension() != 2 || shape.get(0) != rows) {
            String what =
                    "%s must give (questions, answers), here (%d, K), found %s"
                            .formatted(path, rows, shape);
            throw new NetworkFailure(what, new IllegalArgumentException(what));
        }
        return found.toType(DataType.FLOAT32, false);
    }

    private NDArray call(NDManager scope, NDArray features, NDArray ids) {
        try {
            return program.call(scope, METHOD, Argument.of(features), Argument.of(ids)).get(0);
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
