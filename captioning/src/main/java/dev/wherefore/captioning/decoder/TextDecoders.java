package dev.wherefore.captioning.decoder;

import ai.djl.Device;
import dev.wherefore.core.weights.WeightFiles;
import java.nio.file.Path;

/** Loads decoders of every format there is. */
public final class TextDecoders {

    private TextDecoders() {}

    /**
     * Returns the decoder in a file.
     *
     * @param file a TorchScript archive, or safetensors that `wherefore train` has saved
     * @param device where it shall run
     * @return the decoder, to be closed by the caller
     * @throws dev.wherefore.core.UserError if the file cannot be loaded so
     */
    public static TextDecoder load(Path file, Device device) {
        return WeightFiles.isSafetensors(file)
                ? BlockDecoder.load(WeightFiles.read(file), device)
                : ScriptDecoder.load(file, device);
    }
}
