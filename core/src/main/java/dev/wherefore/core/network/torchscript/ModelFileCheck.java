package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Tells, before anything is loaded, what a model file is if it is not TorchScript. */
final class ModelFileCheck {

    private static final String EXPORT =
            "; Wherefore runs TorchScript programs: export the network with torch.jit.trace or"
                    + " torch.jit.script";
    private static final String WEIGHTS =
            EXPORT + ", or say by 'network' which of the networks that are written here it is";

    private ModelFileCheck() {}

    /** Refuses what does not start like a zip. */
    static void check(Path path) {
        if (Files.isDirectory(path)) {
            throw new UserError(path + " is a folder, not a model file");
        }
        if (!Files.exists(path)) {
            throw new UserError("there is no model file " + path + neighbour(path));
        }
        byte[] head = head(path);
        if (head.length == 0) {
            throw new UserError(path + " is empty (0 bytes), not a model file");
        }
        if (!startsWith(head, "PK")) {
            String kind = kind(head);
            throw new UserError(path + " " + kind + (kind.contains("weights") ? WEIGHTS : EXPORT));
        }
    }

    private static String neighbour(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        Path name = path.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.map(s -> String.valueOf(s.getFileName())).toList();
            return NearMatches.hint(name.toString(), names);
        } catch (IOException e) {
            throw new UserError("the folder " + folder + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static byte[] head(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(512);
        } catch (IOException e) {
            throw new UserError(path + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static String kind(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "is a web page, not a model file (a download that went wrong?)";
        }
        if (lower.startsWith("version https://git-lfs")) {
            return "is a Git LFS pointer: the file itself was not downloaded";
        }
        if (isSafetensors(head)) {
            return "is a safetensors file, which holds weights without a program";
        }
        if (head[0] == (byte) 0x80 && head.length > 1 && head[1] <= 5) {
            return "is a pickled checkpoint of the old format, which holds weights without a"
                    + " program";
        }
        if (lower.startsWith("\u0008") && lower.contains("onnx")) {
            return "is an ONNX model";
        }
        return "is not a TorchScript archive (it is no zip file)";
    }

    private static boolean isSafetensors(byte[] head) {
        if (head.length < 9 || head[8] != '{') {
            return false;
        }
        long size = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return size > 0 && size < 100_000_000L;
    }

    private static boolean startsWith(byte[] head, String start) {
        return head.length >= start.length()
                && new String(head, 0, start.length(), StandardCharsets.ISO_8859_1).equals(start);
    }

    /** The folder inside the zip, with a final slash; refuses zips of another kind. */
    static String folder(Path path, ZipFile zip) {
        Set<String> names =
                zip.stream().map(e -> e.getName()).collect(Collectors.toCollection(TreeSet::new));
        String folder =
                names.stream()
                        .filter(n -> n.endsWith("/data.pkl") && n.indexOf('/') == n.length() - 9)
                        .map(n -> n.substring(0, n.length() - "data.pkl".length()))
                        .findFirst()
                        .orElse("");
        if (folder.isEmpty()) {
            throw new UserError(path + " " + otherZip(names) + EXPORT);
        }
        String code = folder + "code/";
        if (names.stream().noneMatch(n -> n.startsWith(code))) {
            throw new UserError(
                    path
                            + " is a checkpoint (a state dict or a pickled module), which holds"
                            + " weights without a program"
                            + WEIGHTS);
        }
        if (!names.contains(folder + "constants.pkl")) {
            throw new UserError(
                    path + " is a damaged TorchScript archive: constants.pkl is missing");
        }
        return folder;
    }

    private static String otherZip(Set<String> names) {
        boolean exported =
                names.stream().anyMatch(n -> n.endsWith("archive_format") || n.endsWith(".json"));
        return exported
                ? "is a zip file of another kind (a torch.export program, perhaps)"
                : "is a zip file, but no TorchScript archive (it has no data.pkl)";
    }
}
