package dev.wherefore.core.experiment;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads NumPy's {@code .npz} files, as {@code savez} and {@code savez_compressed} write them. */
public final class NpzFile {

    private static final String SUFFIX = ".npy";

    private NpzFile() {}

    /**
     * Returns the arrays in a file by name, in the file's order.
     *
     * @param file the file
     * @return the arrays; not to be changed
     * @throws UserError if the file cannot be read, is no zip of {@code .npy} files, or one of
     *     these is broken or of another kind than {@link NpyFile} reads
     */
    public static Map<String, NpyArray> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("cannot read '" + file + "': no such file");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, NpyArray> arrays = new LinkedHashMap<>();
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            for (ZipEntry entry : entries) {
                arrays.put(arrayName(entry, file), read(zip, entry, file));
            }
            return Collections.unmodifiableMap(arrays);
        } catch (ZipException e) {
            throw new UserError("'" + file + "' is not a sound .npz file: " + IoReason.of(e), e);
        } catch (IOException e) {
            throw new UserError("cannot read '" + file + "': " + IoReason.of(e), e);
        }
    }

    private static String arrayName(ZipEntry entry, Path file) {
        String name = entry.getName();
        if (!name.endsWith(SUFFIX)) {
            throw new UserError(
                    "'"
                            + file
                            + "' is not a sound .npz file: it holds '"
                            + name
                            + "', which is not a .npy file");
        }
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static NpyArray read(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        String name = file + ":" + entry.getName();
        CheckedInputStream checked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        try (InputStream in = new BufferedInputStream(checked)) {
            NpyArray array = NpyFile.read(in, name);
            if (checked.getChecksum().getValue() != entry.getCrc()) {
                throw NpyHeader.broken(name, "its checksum is wrong");
            }
            return array;
        }
    }
}
