package dev.wherefore.core.experiment;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes files that are whole or not there: the bytes go to a temporary file in the same folder
 * ({@code .wherefore-….part}), which is then moved into place at once. A run that is stopped leaves
 * no half-written file under its final name.
 *
 * @param overwrite whether a file that exists is replaced
 */
public record WholeFile(boolean overwrite) {

    /** The bytes of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all bytes.
         *
         * @param out where to; closed by the caller
         * @throws IOException if writing fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, and the folders it is in where they do not exist.
     *
     * @param file the file
     * @param content its bytes
     * @throws UserError if the file exists and may not be replaced, or cannot be written
     */
    public void write(Path file, Content content) {
        refuseToReplace(file);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Path part = folder.resolve(".wherefore-" + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(folder);
            writePart(part, content);
            refuseToReplace(file);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError("cannot write '" + file + "': " + IoReason.of(e), e);
        } finally {
            deleteIfThere(part);
        }
    }

    /** Whether a file is what a write that was cut off has left. */
    static boolean isPart(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".wherefore-") && name.endsWith(".part");
    }

    private void refuseToReplace(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserError("cannot write '" + file + "': it is a folder");
        }
        if (!overwrite && Files.exists(file)) {
            throw new UserError(
                    "'"
                            + file
                            + "' exists already; choose another place or give --overwrite to"
                            + " replace it");
        }
    }

    private static void writePart(Path part, Content content) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(
                        Files.newOutputStream(
                                part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }

    private static void deleteIfThere(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }
}
