package dev.wherefore.core.weights;

import dev.wherefore.core.UserError;
import dev.wherefore.core.image.MissingFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads files of weights, whatever their names: safetensors, and what {@code torch.save} writes of
 * a state dict or a checkpoint, in the zip format since PyTorch 1.6 and in the format before it.
 *
 * <p>Pickles are read as data: nothing in them is run, and a file that asks for more than tensors
 * and containers is refused.
 *
 * <p>A file is mapped into memory, and its numbers are read when a tensor is asked for them.
 * Nothing has to be closed. The file must not be changed as long as tensors of it are in use, and
 * on Windows it cannot be deleted or replaced until Java has collected them.
 */
public final class WeightFiles {

    private static final int HEAD = 512;

    private WeightFiles() {}

    /**
     * Reads a file, its format told by its first bytes.
     *
     * <p>Of a checkpoint with other entries, the tensors under {@code state_dict}, {@code
     * model_state_dict}, {@code model} or another usual key are taken, else those of the only entry
     * that is a dict of tensors. A prefix that all names have because of how the network was
     * wrapped in training ({@code _orig_mod.} of {@code torch.compile}, {@code module.} of {@code
     * DataParallel}) is taken off.
     *
     * @param file the file
     * @return the tensors
     * @throws UserError if there is no such file, it is of another kind, or it is damaged
     */
    public static StateDict read(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserError("'" + file + "' is a folder, not a file of weights");
        }
        if (!Files.exists(file)) {
            throw new UserError(MissingFile.sentence(file));
        }
        FileBytes bytes = FileBytes.map(file);
        if (bytes.size() == 0) {
            throw new UserError("'" + file + "' is empty (0 bytes), not a file of weights");
        }
        return readKnown(bytes).withoutPrefix("_orig_mod.").withoutPrefix("module.");
    }

    /**
     * Returns whether a file begins as safetensors do.
     *
     * @param file the file
     * @return false too if it cannot be read
     */
    public static boolean isSafetensors(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return isSafetensors(in.readNBytes(HEAD));
        } catch (IOException e) {
            return false; // whoever reads it next says why
        }
    }

    private static StateDict readKnown(FileBytes bytes) {
        byte[] head = new byte[(int) Math.min(HEAD, bytes.size())];
        bytes.window(0, head.length).get(head);
        if (isSafetensors(head)) {
            return SafetensorsFile.read(bytes);
        }
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K') {
            return TorchZipFile.read(bytes);
        }
        if (head[0] == (byte) 0x80 && head.length > 1 && head[1] >= 2 && head[1] <= 5) {
            return TorchLegacyFile.read(bytes);
        }
        String kind = ForeignFile.kind(head);
        if (kind.equals(ForeignFile.UNKNOWN) && isNamedSafetensors(bytes.file())) {
            return SafetensorsFile.read(bytes);
        }
        throw new UserError("'" + bytes.file() + "' " + kind + ForeignFile.READ);
    }

    private static boolean isSafetensors(byte[] head) {
        if (head.length <= Long.BYTES || head[Long.BYTES] != '{') {
            return false;
        }
        long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length >= 0 && length <= SafetensorsFile.LONGEST_HEADER;
    }

    /** What is called so and looks like nothing else is judged as such. */
    private static boolean isNamedSafetensors(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    }
}
