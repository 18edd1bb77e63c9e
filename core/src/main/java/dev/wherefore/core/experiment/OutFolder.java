package dev.wherefore.core.experiment;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that results are written to.
 *
 * @param path where it is, or will be
 */
public record OutFolder(Path path) {

    /**
     * Returns whether something is in the folder already.
     *
     * @return false too where there is no folder yet
     * @throws UserError if a file is in its place, or it cannot be read
     */
    public boolean isTaken() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new UserError(path + " is a file; the results need a folder");
        }
        return !entries().isEmpty();
    }

    /**
     * Returns what is in the folder.
     *
     * @return the files and folders in the order of their names; none where there is no folder
     * @throws UserError if it cannot be read
     */
    List<Path> entries() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UserError(path + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /**
     * Deletes a file of earlier results, so that old and new are not taken for one.
     *
     * @param name its name in the folder; it need not be there
     * @throws UserError if it cannot be deleted
     */
    public void forget(String name) {
        forget(path.resolve(name));
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UserError(file + " cannot be replaced: " + IoReason.of(e), e);
        }
    }

    /**
     * Deletes what was being written when a program before this one was killed.
     *
     * @throws UserError if it cannot be deleted
     */
    public void tidy() {
        entries().stream().filter(WholeFile::isPart).forEach(OutFolder::forget);
    }

    /**
     * Refuses a folder in which no file could be made, before the work that would be lost. Nothing
     * is written.
     *
     * @throws UserError if it, or the nearest folder above it that exists, cannot be written to
     */
    public void requireWritable() {
        Path place = path.toAbsolutePath().normalize();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        if (!Files.isDirectory(place)) {
            throw new UserError(
                    "results cannot be written to '%s': %s is a file".formatted(path, place));
        }
        if (!Files.isWritable(place)) {
            throw new UserError(
                    "results cannot be written to '%s': %s may not be written to"
                            .formatted(path, place));
        }
    }
}
