package dev.wherefore.core.network.torchscript;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.EngineMessage;
import dev.wherefore.core.engine.ScriptProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Hands archives to the engine, and says what is wrong with them. */
public final class ArchiveLoader {

    private ArchiveLoader() {}

    /** What is done with an archive that is open and sound. */
    interface Use<T> {
        T of(TorchScriptArchive archive) throws IOException;
    }

    /**
     * Returns the program in an archive as it stands, its layers closed to taps: a decoder, which
     * takes tensors of several sorts. Recurrent layers without dropout run as in training, so that
     * gradients go through them on CUDA too.
     *
     * @param path the archive, written by PyTorch 1.13 or later
     * @param manager the program's parameters belong to a manager below it, on its device
     * @return the program, to be closed by the caller
     * @throws UserError if the file is not a TorchScript archive, or PyTorch refuses it
     */
    public static ScriptProgram program(Path path, NDManager manager) {
        return withArchive(path, archive -> load(archive, archive.sources(), manager));
    }

    /** Opens an archive, and turns what can go wrong into sentences. */
    static <T> T withArchive(Path path, Use<T> use) {
        try (TorchScriptArchive archive = TorchScriptArchive.open(path)) {
            archive.checkSums();
            return use.of(archive);
        } catch (EngineException e) {
            throw new UserError(
                    path + " could not be loaded by PyTorch: " + EngineMessage.firstLine(e), e);
        } catch (IOException e) {
            throw new UserError(path + " could not be read: " + e.getMessage(), e);
        }
    }

    /** Loads an archive with other source texts. */
    static ScriptProgram load(
            TorchScriptArchive archive, Map<String, String> sources, NDManager manager)
            throws IOException {
        Map<String, String> texts = new TreeMap<>(sources);
        texts.replaceAll((name, text) -> RecurrentLayers.asInTraining(text));
        try (PumpedStream stream = new PumpedStream(o -> archive.copy(texts, o))) {
            ScriptProgram program = ScriptProgram.load(manager, stream);
            if (stream.failure().isPresent()) {
                program.close();
                throw new IOException("it changed while it was read");
            }
            return program;
        }
    }

    /** A manager for a program, closed again if what is loaded into it fails. */
    static <T> T owning(Device device, OwnedUse<T> use) throws IOException {
        NDManager manager = NDManager.newBaseManager(device);
        boolean loaded = false;
        try {
            T made = use.of(manager);
            loaded = true;
            return made;
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    /** What is loaded into a manager. */
    interface OwnedUse<T> {
        T of(NDManager manager) throws IOException;
    }
}
