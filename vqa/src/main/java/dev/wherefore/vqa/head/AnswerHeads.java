package dev.wherefore.vqa.head;

import ai.djl.Device;
import dev.wherefore.core.weights.WeightFiles;
import java.nio.file.Path;

/** Loads answer heads of every format there is. */
public final class AnswerHeads {

    private AnswerHeads() {}

    /**
     * Returns the head in a file.
     *
     * @param file a TorchScript archive, or safetensors that `wherefore train` has saved
     * @param device where it shall run
     * @return the head, to be closed by the caller
     * @throws dev.wherefore.core.UserError if the file cannot be loaded so
     */
    public static AnswerHead load(Path file, Device device) {
        return WeightFiles.isSafetensors(file)
                ? BlockHead.load(WeightFiles.read(file), device)
                : ScriptHead.load(file, device);
    }
}
