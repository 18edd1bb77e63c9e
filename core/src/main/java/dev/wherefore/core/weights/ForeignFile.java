package dev.wherefore.core.weights;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/** Says what a file is that holds no weights, or none that are read. */
final class ForeignFile {

    /** The end of the sentences: what would be right. */
    static final String READ =
            "; weights are read from safetensors files and from PyTorch's state dicts (.pth, .th,"
                    + " .pt, .bin)";

    /** The verdict on what looks like nothing known. */
    static final String UNKNOWN = "is no file of weights that is known";

    private static final String HDF5 = "\u0089HDF\r\n\u001a\n";

    private ForeignFile() {}

    /** Returns what a file is, judged by its first bytes: the verb and what follows it. */
    static String kind(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "is a web page, not a file of weights (a download that went wrong?)";
        }
        if (lower.startsWith("version https://git-lfs")) {
            return "is a Git LFS pointer: the file itself was not downloaded (git lfs pull"
                    + " fetches it)";
        }
        if (text.startsWith(HDF5)) {
            return "is an HDF5 file, as Keras writes its weights";
        }
        if (text.startsWith("GGUF")) {
            return "is a GGUF file";
        }
        if (text.startsWith("TFL3", 4)) {
            return "is a TensorFlow Lite model";
        }
        if (text.startsWith("\u001f\u008b")) {
            return "is compressed by gzip; unpack it first";
        }
        if (text.startsWith("ustar", 257)) {
            return "is a tar file, as PyTorch wrote before version 0.1.10; load it there and save"
                    + " it anew";
        }
        if (isOnnx(text)) {
            return "is an ONNX model";
        }
        return UNKNOWN;
    }

    /** ONNX begins with its version, a small number, and names the program that wrote it. */
    private static boolean isOnnx(String text) {
        boolean version = text.startsWith("\b") && text.length() > 2 && text.charAt(1) < 32;
        return version && (text.charAt(2) == '\u0012' || text.contains("onnx"));
    }

    /** Returns what a zip file is that has no {@code data.pkl}: the verb and what follows it. */
    static String otherZip(Collection<String> names) {
        if (names.stream().anyMatch(n -> n.endsWith("model.weights.h5"))) {
            return "is a Keras model";
        }
        if (!names.isEmpty() && names.stream().allMatch(n -> n.endsWith(".npy"))) {
            return "is NumPy's .npz file";
        }
        if (names.stream().anyMatch(n -> n.endsWith("archive_format"))) {
            return "is a torch.export program";
        }
        return "is a zip file that torch.save did not write (it has no data.pkl)";
    }
}
